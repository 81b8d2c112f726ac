#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "trials/scaling_trials.hpp"

namespace asymptest::scaling::product_manifold_claim {
namespace {

/// P = 2m² of a sum of functions of one and of two coordinates.
double parameters_of_parts(const Point& at) { return 2 * at["m"] * at["m"]; }

const Registered product_manifold{{
    .id = "scaling/product-manifold",
    .title = "On a product of manifolds an additive target costs its largest factor alone",
    .statement = R"(\mathbb{E}\,(f_P - f)^2 = \Theta\bigl(P^{-4/\max_i d_i}\bigr),
        \qquad f(x) = f_1(x_1) + f_2(x_2),\ d_1 = 1,\ d_2 = 2)",
    .source = {"Sharma, Kaplan 2020, arXiv:2004.10802", "section 2, products of manifolds"},
    .assumes = {"the target is a sum over the factors", "the learner is a sum over the factors"},
    .sweep =
        {axis("m", "lattice points an axis of T², P = 2m²").listed({6, 8, 12, 16, 24, 32, 48})},
    .measure = {"mean squared error at 256 fresh points of T¹ × T² of a sum of piecewise linear "
                "functions, on a lattice of m² points in each",
                Polarity::exact, sum_of_parts_error(Target::additive, 1, 2)},
    .predict =
        theta({{"P", -2, parameters_of_parts}})
            .within(0.15)
            .rival(-4.0 / 3, "4/Σdᵢ, a learner on the whole product")
            .because("two bands stay clear of the exponent of the whole product, and of that of "
                     "the smaller factor alone, -4"),
    .budget = {.first = 64, .quick = 2048},
    .controls =
        {{.name = "coupled-target",
          .breaks = "the target is a sum over the factors",
          .expect = near(0, 0.1),
          .trial = sum_of_parts_error(Target::coupled, 1, 2),
          .remark = "cos 2π(x₁ + x₂ + x₃) has mean 0 given either factor: no sum helps"},
         {.name = "whole-product",
          .breaks = "the learner is a sum over the factors",
          .expect = near(-4.0 / 3, 0.15),
          .trial = lattice_error(Pieces::linear, Target::additive, 3),
          .sweep =
              Sweep{axis("m", "lattice points an axis, P = m³").listed({6, 8, 10, 12, 16, 20, 24})},
          .predict = theta({{"P", -2, [](const Point& at) { return std::pow(at["m"], 3); }}})
                         .within(0.15)
                         .because("the band of the claim"),
          .remark = "a lattice of the 3-torus: 4/(d₁ + d₂)"}},
}};

}  // namespace
}  // namespace asymptest::scaling::product_manifold_claim
