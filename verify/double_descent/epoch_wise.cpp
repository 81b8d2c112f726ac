#include "asymptest/claim/registry.hpp"
#include "epoch_trials.hpp"

namespace asymptest::double_descent::epoch_wise_claim {
namespace {

Sweep epochs(std::vector<double> counts, double scale) {
  return {axis("t", "epochs").listed(std::move(counts)),
          axis("scale", "scale of the second half of the features").listed({scale})};
}

const std::vector<double> over_both_times{1,   2,   4,   8,    16,   32,   64,
                                          128, 256, 512, 1024, 2048, 4096, 8192};

const Registered epoch_wise{{
    .id = "double-descent/epoch-wise",
    .title = "Features of two scales make the risk descend twice in training time",
    .statement =
        R"(t \mapsto \mathbb{E}_\varepsilon R(w_t) \text{ falls, rises, falls and rises if }
        \sigma_1 \gg \sigma_2)",
    .source = {"Heckel, Yilmaz 2020, arXiv:2007.10099", "Theorem 1, Figure 1"},
    .assumes = {"the features have two scales far apart", "one step serves all features"},
    .sweep = epochs(over_both_times, 0.1),
    .measure = {"excess risk after t epochs of gradient descent, averaged over the noise",
                Polarity::exact, epoch_risk},
    .predict = has_shape({.kind = Shape::Kind::descents, .axis = "t", .count = 2})
                   .within(0.1)
                   .because("each half goes from 1 to 1/2 and back to 1 in its own time, a hundred "
                            "times apart: two falls by a fifth or more"),
    .budget = {.first = 64, .quick = 1024, .standard = 4096, .full = 16384},
    .controls = {{.name = "equal-scales",
                  .breaks = "the features have two scales far apart",
                  .expect = near(1, 0.1),
                  .trial = epoch_risk,
                  .sweep = epochs(over_both_times, 1),
                  .remark = "both halves at the same time: a single U"},
                 {.name = "matched-steps",
                  .breaks = "one step serves all features",
                  .expect = near(1, 0.1),
                  .trial = epoch_risk_with_matched_steps,
                  .remark = "steps proportional to 1/scale^2 bring both halves back together"}},
}};

const Registered epoch_wise_law{{
    .id = "double-descent/epoch-wise-law",
    .title = "On orthogonal features the risk after t epochs is a sum of Us, exactly",
    .statement = R"(\mathbb{E}\,R(w_t) = \sum_j \Bigl[\sigma_j^2 w_j^2 (1-\eta\sigma_j^2)^{2t}
        + \tfrac{\sigma^2}n \bigl(1-(1-\eta\sigma_j^2)^t\bigr)^2\Bigr])",
    .source = {"Heckel, Yilmaz 2020, arXiv:2007.10099", "Theorem 1"},
    .assumes = {"training starts at zero"},
    .sweep = epochs({1, 2, 4, 16, 64, 256, 1024, 4096}, 0.1),
    .measure = {"excess risk after t steps of a run of gradient descent with noisy labels",
                Polarity::exact, epoch_risk_of_orthogonal_run},
    .predict = equals(epoch_risk_law)
                   .within(0.03)
                   .rival(0.33, "a risk that stays at 2, at the minima")
                   .because("a small part of the falls and rises, of a quarter"),
    .budget = {.first = 128, .quick = 4096, .standard = 16384, .full = 65536},
    .controls = {{.name = "start-at-target",
                  .breaks = "training starts at zero",
                  .expect = near(-0.998, 0.01),
                  .trial = epoch_risk_from_the_target,
                  .sweep = epochs({1}, 0.1),
                  .remark = "noise alone, (1/16)^2 of it in the fast half: 0.004 of 1.882"}},
}};

}  // namespace
}  // namespace asymptest::double_descent::epoch_wise_claim
