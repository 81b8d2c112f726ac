#include "asymptest/claim/registry.hpp"
#include "memorisation_trials.hpp"

namespace asymptest::capacity::memorisation_claim {
namespace {

const Registered memorisation{{
    .id = "capacity/memorisation",
    .title = "Two layers of ReLU with 2n + d weights fit any labels of n points",
    .statement = R"(\forall y \in \mathbb{R}^n \; \exists\, a, b, w :
        \textstyle\sum_j w_j (\langle a, x_i\rangle - b_j)_+ = y_i,\ i = 1 \dots n)",
    .source = {"Zhang, Bengio, Hardt, Recht, Vinyals 2017, arXiv:1611.03530", "Theorem 1"},
    .assumes = {"there is a unit for each point", "no two inputs are equal"},
    .sweep = {axis("n", "points").listed({4, 16, 64, 128})},
    .measure = {"largest residual at random signs, in extended precision", Polarity::exact,
                residual_of_memorised},
    .predict = always_at_most(0, 1e-6).within(0.05).because(
        "an identity: one residual beyond rounding is a counterexample; the least gap of n "
        "projections, of order 1/n^2, costs as many digits"),
    .budget = {.first = 64,
               .quick = 512,
               .standard = 2048,
               .full = 8192,
               .cost = [](const Point& at) { return 1000 + at["n"] * at["n"]; }},
    .controls =
        {{.name = "half-as-many-units",
          .breaks = "there is a unit for each point",
          .expect = near(1, 0.1).because(
              "what n/2 units reach is a space of n/2 dimensions, which generic projections "
              "keep clear of the 2^n vectors of signs: every trial is one that fails"),
          .trial = residual_of_half_the_units,
          .sweep = Sweep{axis("n", "points").listed({4, 16, 64})}},
         {.name = "conflicting-labels",
          .breaks = "no two inputs are equal",
          .expect = near(1, 0.1).because(
              "one output for the labels 1 and -1: one of them is missed by 1 at least, in "
              "every trial"),
          .trial = residual_of_conflicting_labels,
          .sweep = Sweep{axis("n", "points").listed({4, 16, 64})}}},
}};

}  // namespace
}  // namespace asymptest::capacity::memorisation_claim
