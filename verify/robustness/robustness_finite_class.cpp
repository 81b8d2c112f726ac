#include "asymptest/claim/registry.hpp"
#include "trials/class_trials.hpp"

namespace asymptest::robustness::robustness_finite_class_claim {
namespace {

const char* const edgeworth =
    "sums of signs and coordinates of the sphere: normal up to 1/n and 1/d";

std::vector<Axis> axes_of_class() {
  return {axis("n", "samples"), axis("d", "dimension"), axis("p", "logarithm of the class's size")};
}

/// One axis in six or seven doublings, the others fixed.
Sweep one_axis(const char* swept, double first, double last, const Point& fixed) {
  std::vector<Point> points;
  for (const double size : axis(swept, "").geometric(first, last).sizes(Tier::quick)) {
    std::vector<Coordinate> coordinates = fixed.coordinates();
    for (Coordinate& one : coordinates) one.value = one.axis == swept ? size : one.value;
    points.emplace_back(coordinates);
  }
  return {axes_of_class(), points};
}

Prediction half_power(const char* name, double exponent) {
  return theta({{name, exponent}})
      .within(0.1)
      .corrected_by(1, edgeworth)
      .because("that of the claim");
}

const Registered robustness_finite_class{{
    .id = "robustness/robustness-finite-class",
    .title = "A finite class of Lipschitz functions correlates with noise as √(log size/(n d))",
    .statement = R"(\mathbb{E}\,\max_{f\in F}\frac1n\sum_i z_i f(x_i)
        \asymp \sqrt{\frac{\log|F|}{n\,d}})",
    .source = {"Bubeck, Sellke 2021, arXiv:2105.12806", "Theorem 2 and its proof"},
    .assumes = {"the data are isoperimetric in the ambient dimension", "the labels are noise",
                "the class grows with p"},
    .sweep = {axis("n", "samples").geometric(4, 128), axis("d", "dimension").geometric(32, 1024),
              axis("p", "logarithm of the class's size").geometric(1, 32)},
    .measure =
        {"largest correlation of random labels with 2^p linear functions of Lipschitz constant "
         "1 on the sphere",
         Polarity::exact, correlation_with_noise},
    .predict = theta({{"n", -0.5}, {"d", -0.5}, {"p", 0.5}})
                   .within(0.1)
                   .rival(-1, "a fast rate, in n or d")
                   .corrected_by(1, edgeworth)
                   .because("two bands stay clear of 0, no dependence, and of 1"),
    .budget = {.first = 8, .quick = 1024, .standard = 4096, .full = 16384},
    .controls = {{.name = "subspace-data",
                  .breaks = "the data are isoperimetric in the ambient dimension",
                  .expect = near(0, 0.12),
                  .trial = correlation_on_a_subspace,
                  .sweep = one_axis("d", 128, 4096, {{"n", 16}, {"d", 0}, {"p", 16}}),
                  .predict = half_power("d", -0.5),
                  .remark = "points of R^d on the sphere of 64 of its axes"},
                 {.name = "labels-of-the-class",
                  .breaks = "the labels are noise",
                  .expect = near(0, 0.12),
                  .trial = correlation_with_signs_of_the_class,
                  .sweep = one_axis("n", 64, 2048, {{"n", 0}, {"d", 32}, {"p", 4}}),
                  .predict = half_power("n", -0.5),
                  .remark = "the sign of one of the functions: its correlation is there at any n"},
                 {.name = "one-function",
                  .breaks = "the class grows with p",
                  .expect = near(0, 0.12),
                  .trial = correlation_of_one_function,
                  .sweep = one_axis("p", 4, 128, {{"n", 16}, {"d", 128}, {"p", 0}}),
                  .predict = half_power("p", 0.5),
                  .remark = "one function in place of 2^p"}},
    .remark =
        "The lemma behind the law of robustness: the class of sign vectors attains it, with the "
        "mean √(2p/(π n d)) for normal sums.",
}};

}  // namespace
}  // namespace asymptest::robustness::robustness_finite_class_claim
