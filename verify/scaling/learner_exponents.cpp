#include <algorithm>
#include <string>

#include "asymptest/claim/registry.hpp"
#include "learners/learner_trials.hpp"

namespace asymptest::scaling::learner_exponents_claim {
namespace {

Prediction law_of_nearest(int dimension) {
  const double d = dimension, exponent = -2 / d;
  Prediction law = theta({{"N", exponent}});
  law.within(-exponent / 8)
      .rival(2 * exponent, "piecewise linear interpolation")
      .corrected_by(std::min(1.0, 2 / d), "1/N of E δ², and Taylor's series in δ²")
      .because("two bands do not reach the exponent of dimension d + 1 for d <= 3");
  // At d = 1 that is also the exponent of a jump.
  if (dimension > 1) law.rival(-2 / (d + 1), "a dimension more");
  return law;
}

Claim for_nearest_neighbours(int dimension) {
  const double d = dimension;
  return {
      .id = "scaling/learner-exponents-nearest-neighbour-" + std::to_string(dimension),
      .title = "The nearest neighbour's squared error on a " + std::to_string(dimension) +
               "-torus is N^(-2/d)",
      .statement = R"(\mathbb{E}\,(\hat f_N - f)^2 = \Theta(N^{-2/d}))",
      .source = {"Bahri, Dyer, Kaplan, Lee, Sharma 2021, arXiv:2102.06701",
                 "resolution-limited regime, piecewise constant"},
      .assumes = {"the target is smooth", "the labels are clean"},
      .sweep = {axis("N", "samples").geometric(16, 512)},
      .measure = {"mean squared error at 64 fresh points of the label of the nearest sample, "
                  "averaged over "
                  "phases",
                  Polarity::exact, nearest_neighbour_error(dimension)},
      .predict = law_of_nearest(dimension),
      .budget = {.first = 64, .quick = 2048},
      .controls = {{.name = "step",
                    .breaks = "the target is smooth",
                    .expect = near(-1 / d, 0.25 / d),
                    .trial = nearest_neighbour_error_of_a_step(dimension),
                    .correction = Correction{1, "Stirling's series of N!/Γ(N + 1 + 1/d)"},
                    .remark = "a jump is missed within the mean distance of it: N^(-1/d)"},
                   {.name = "noisy-labels",
                    .breaks = "the labels are clean",
                    .expect = near(0, 0.5 / d),
                    .trial = nearest_neighbour_error_with_noise(dimension),
                    .remark = "noise of variance 16 on the labels: a plateau"}},
  };
}

const Registered learner_exponents_broken_line{{
    .id = "scaling/learner-exponents-broken-line",
    .title = "The broken line through N samples of the circle has the squared error N^-4",
    .statement = R"(\mathbb{E}\,(\hat f_N - f)^2 = \Theta(N^{-4/d}), \qquad d = 1)",
    .source = {"Sharma, Kaplan 2020, arXiv:2004.10802", "section 2"},
    .assumes = {"the target is smooth"},
    .sweep = {axis("N", "samples").geometric(32, 1024)},
    .measure =
        {"mean squared error of the linear interpolation between neighbouring samples, in closed "
         "form over fresh point and phase",
         Polarity::exact, broken_line_error},
    .predict = theta({{"N", -4}})
                   .within(0.4)
                   .rival(-2, "the nearest neighbour")
                   .corrected_by(1, "(N − 1)!/(N + 3)!, moments of a gap")
                   .because("a fifth of the gap to the nearest neighbour's exponent"),
    .budget = {.first = 256, .quick = 8192},
    .controls = {{.name = "step",
                  .breaks = "the target is smooth",
                  .expect = near(-1, 0.2),
                  .trial = broken_line_error_of_a_step,
                  .remark = "a jump: wrong within a gap of it"}},
}};

const Registered learner_exponents_as_stated{{
    .id = "scaling/learner-exponents-as-stated",
    .title = "Erratum: the exponent of the error is not the same for every learner",
    .statement = R"(\mathbb{E}\,(\hat f_N - f)^2 = \Theta(N^{-2/d})
        \quad \text{for every learner that interpolates}, \qquad d = 1)",
    .source = {"Forum post on data scaling from Hausdorff dimension, 2025",
               "the analysis is independent of the architecture"},
    .assumes = {"the learner interpolates"},
    .sweep = {axis("N", "samples").geometric(32, 1024)},
    .measure =
        {"mean squared error of the linear interpolation between neighbouring samples, in closed "
         "form over fresh point and phase",
         Polarity::exact, broken_line_error},
    .predict = theta({{"N", -2}})
                   .within(0.4)
                   .corrected_by(1, "moments of a gap")
                   .because("the band of the corrected law"),
    .budget = {.first = 256, .quick = 8192},
    .corrected_by = "scaling/learner-exponents-broken-line",
    .expect = near(-4, 0.5),
    .remark = "Lipschitz continuity of the loss gives N^(-1/d) as an upper bound for all. The rate "
              "itself is the learner's: pieces of order k have 2(k + 1)/d.",
}};

const Registered nearest_1{for_nearest_neighbours(1)};
const Registered nearest_2{for_nearest_neighbours(2)};
const Registered nearest_3{for_nearest_neighbours(3)};

}  // namespace
}  // namespace asymptest::scaling::learner_exponents_claim
