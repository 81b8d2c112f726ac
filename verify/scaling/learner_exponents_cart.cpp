#include <cmath>
#include <string>

#include "asymptest/claim/registry.hpp"
#include "learners/cart_trials.hpp"

namespace asymptest::scaling::learner_exponents_cart_claim {
namespace {

constexpr const char* smooth = "the target is smooth";
constexpr const char* alike = "the target changes alike along all axes";
constexpr const char* clean = "the labels are clean";

Prediction law_in(double d) {
  return theta({{"N", -2 / d}})
      .within((2 / d - 2 / (d + 1)) / 4)
      .rival(-2 / (d + 1), "a dimension more")
      .because("a quarter of the way to the exponent of a dimension more");
}

Claim in_dimension(int dimension) {
  const double d = dimension;
  return {
      .id = "scaling/learner-exponents-cart-" + std::to_string(dimension),
      .title = "A regression tree grown on N labels in a " + std::to_string(dimension) +
               "-cube errs by N^(-2/d)",
      .statement = R"(\mathbb{E}\,(\hat f_N - f)^2 = \Theta(N^{-2/d}))",
      .source = {"Breiman, Friedman, Olshen, Stone 1984; Bahri, Dyer, Kaplan, Lee, Sharma 2021, "
                 "arXiv:2102.06701",
                 "the greedy tree; the resolution-limited regime"},
      .assumes = {smooth, alike, clean},
      .sweep = {axis("N", "samples").geometric(32, 8192).standard(65536)},
      .measure = {"squared error of the tree fully grown on the sum of the coordinates, integrated "
                  "over the cube",
                  Polarity::exact, cart_error(dimension, Labels::sum)},
      .predict = law_in(d)
                     .with_period(std::exp2(d))
                     .corrected_by(2.0 / 3,
                                   "a split's place is off by n^(-1/3) (Banerjee, McKeague 2007), "
                                   "and the error by its square"),
      .budget = {.first = 16, .quick = 512, .cost = [](const Point& at) { return at["N"]; }},
      .controls =
          {{.name = "one-slope",
            .breaks = alike,
            .expect =
                near(-2, (2 - 2 / d) / 4).because("one axis alone is split, as in one dimension"),
            .trial = cart_error(dimension, Labels::first),
            .predict = law_in(d).corrected_by(1, "moments of a gap")},
           {.name = "step",
            .breaks = smooth,
            .expect = near(-1 / d, 0.25 / d)
                          .because("what is nearer to the step than the samples is missed"),
            .trial = cart_error(dimension, Labels::above_mean),
            .predict = law_in(d)},
           {.name = "noisy-labels",
            .breaks = clean,
            .expect =
                near(0, 0.25 / d).because("leaves of one label have its noise, of variance 4"),
            .trial = cart_error(dimension, Labels::sum, 4),
            .predict = law_in(d)}},
      .remark =
          "On equal slopes the longest side is the best to split, and in the middle: cells "
          "of N/2^(jd) samples look alike, whence the period.",
  };
}

const Registered in_2{in_dimension(2)};
const Registered in_3{in_dimension(3)};

}  // namespace
}  // namespace asymptest::scaling::learner_exponents_cart_claim
