#include <algorithm>
#include <string>

#include "asymptest/claim/registry.hpp"
#include "trials/gap_trials.hpp"

namespace asymptest::scaling::lipschitz_gap_claim {
namespace {

const Registered lipschitz_gap{{
    .id = "scaling/lipschitz-gap",
    .title = "The loss is at most the training loss plus Lip(loss) times the distance to a sample",
    .statement = R"(\ell(x) \le \ell(x_i) + \mathrm{Lip}(\ell)\,\|x-x_i\|,
        \qquad \ell = |\hat f - f|)",
    .source = {"Forum post on data scaling from Hausdorff dimension, 2025",
               "the loss at the closest point plus the distance times the Lipschitz constant"},
    .assumes = {"the constant is that of the loss, model included", "the labels are clean"},
    .sweep = {axis("N", "samples").listed({16, 64, 256})},
    .measure =
        {"largest share of the bound at 64 fresh points of the 2-torus; the model rises with "
         "slope 10 from each sample",
         Polarity::exact, largest_share_of_bound({.dimension = 2, .slope = 10}, false)},
    .predict = always_at_most(1, 1e-9).within(0.02).because(
        "an inequality for every point: one beyond rounding is a counterexample"),
    .budget = {.first = 128, .quick = 512},
    .controls =
        {{.name = "constant-of-the-target",
          .breaks = "the constant is that of the loss, model included",
          .expect = near(1, 0.05),
          .trial = largest_share_of_bound({.dimension = 2, .slope = 10}, true),
          .remark = "2π of the target alone: near a crest of it the model's own slope counts"},
         {.name = "noisy-labels",
          .breaks = "the labels are clean",
          .expect = near(1, 0.05),
          .trial = largest_share_of_bound({.dimension = 2, .slope = 10, .noise = 10}, false),
          .remark =
              "the loss against the truth is of order 10 at the samples, the bound at most 12"}},
    .remark = "True by definition; the rate at which the gap closes is the content of the claims "
              "beside it.",
}};

Claim gap_rate(int dimension) {
  const double d = dimension;
  return {
      .id = "scaling/lipschitz-gap-rate-" + std::to_string(dimension),
      .title = "The gap of an interpolating Lipschitz model on a " + std::to_string(dimension) +
               "-torus closes as N^(-1/d)",
      .statement = R"(\mathbb{E}\,\ell(x) - \hat\ell = \Theta(N^{-1/d}), \qquad \hat\ell = 0)",
      .source = {"Forum post on data scaling from Hausdorff dimension, 2025",
                 "the generalisation gap"},
      .assumes = {"the labels are clean"},
      .sweep = {axis("N", "samples").geometric(16, 512)},
      .measure =
          {"mean |model − target| at 64 fresh points; the model has the nearest sample's label "
           "and rises with slope 1 from it",
           Polarity::exact, mean_gap({.dimension = dimension})},
      .predict = theta({{"N", -1 / d}})
                     .within(0.125 / d)
                     .rival(-1 / (d + 1), "a dimension more")
                     .rival(-2 / d, "the square of the gap")
                     .corrected_by(std::min(1.0, 2 / d), "1/N of E δ, and Taylor's series in δ²")
                     .because("two bands do not reach the exponent of dimension d + 1 for d <= 3"),
      .budget = {.first = 64, .quick = 2048},
      .controls = {{.name = "noisy-labels",
                    .breaks = "the labels are clean",
                    .expect = near(0, 0.25 / d),
                    .trial = mean_gap({.dimension = dimension, .noise = 1}),
                    .correction = Correction{2 / d, "E|noise + gap| is even in the gap"},
                    .remark = "noise of variance 1 on the labels: a plateau at √(2/π)"}},
  };
}

const Registered gap_rate_1{gap_rate(1)};
const Registered gap_rate_2{gap_rate(2)};
const Registered gap_rate_3{gap_rate(3)};

}  // namespace
}  // namespace asymptest::scaling::lipschitz_gap_claim
