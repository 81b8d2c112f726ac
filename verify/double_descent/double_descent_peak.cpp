#include "asymptest/claim/registry.hpp"
#include "ridgeless_trials.hpp"

namespace asymptest::double_descent::double_descent_peak_claim {
namespace {

constexpr double peak_samples = 32;

Sweep across_the_threshold() {
  return {axis("n", "samples").listed({peak_samples}),
          axis("p", "parameters").listed({8, 16, 24, 28, 30, 32, 34, 36, 40, 48, 64, 96, 128}),
          axis("snr", "|w|² over the variance of the noise").listed({4})};
}

Prediction peak_at_the_threshold() {
  return has_shape({.kind = Shape::Kind::peak,
                    .axis = "p",
                    .location = peak_samples,
                    .summary = Summary::median})
      .within(0.07)
      .because(
          "the widths next to the threshold; the mean is infinite within |p - n| <= 1, so "
          "medians");
}

Budget peak_budget() {
  return {.first = 128, .quick = 1024, .standard = 8192, .full = 32768, .cost = {}};
}

const Registered double_descent_peak{{
    .id = "double-descent/double-descent-peak",
    .title = "The risk of ridgeless least squares peaks where it just interpolates",
    .statement = R"(\arg\max_p \mathbb{E}_\varepsilon\|\hat w - w\|^2 = n)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118; Hastie, Montanari, Rosset, "
               "Tibshirani 2019, arXiv:1903.08560",
               "Figure 1; Theorem 1"},
    .assumes = {"the fit is not penalised", "the labels are noisy"},
    .sweep = across_the_threshold(),
    .measure = {"excess risk of the least-squares solution of least norm, averaged over the noise",
                Polarity::exact, excess_risk},
    .predict = peak_at_the_threshold(),
    .budget = peak_budget(),
    .controls = {{.name = "tuned-ridge",
                  .breaks = "the fit is not penalised",
                  .expect = above(90),
                  .trial = risk_of_tuned_ridge,
                  .remark = "with the best penalty the risk rises all the way: highest at the "
                            "largest p"},
                 {.name = "noiseless",
                  .breaks = "the labels are noisy",
                  .expect = above(90),
                  .trial = risk_without_noise,
                  .remark = "1 - n/p: highest at the largest p"}},
}};

const Registered double_descent_norm_peak{{
    .id = "double-descent/double-descent-peak-of-the-norm",
    .title = "The norm of the solution is largest where it just interpolates, then falls",
    .statement = R"(\arg\max_p \mathbb{E}_\varepsilon\|\hat w\|^2 = n)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118",
               "predictors with largest norm at the interpolation threshold"},
    .assumes = {"the fit is not penalised"},
    .sweep = across_the_threshold(),
    .measure = {"squared norm of the least-squares solution of least norm, averaged over the noise",
                Polarity::exact, solution_norm},
    .predict = peak_at_the_threshold(),
    .budget = peak_budget(),
    .controls = {{.name = "tuned-ridge",
                  .breaks = "the fit is not penalised",
                  .expect = near(8, 1),
                  .trial = norm_of_tuned_ridge,
                  .remark =
                      "the best ridge is the mean of a posterior law: the squared norm of its "
                      "solution is r^2 less its risk, and falls from the first p on"}},
}};

}  // namespace
}  // namespace asymptest::double_descent::double_descent_peak_claim
