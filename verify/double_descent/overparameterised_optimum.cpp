#include "asymptest/claim/registry.hpp"
#include "ridgeless_trials.hpp"

namespace asymptest::double_descent::overparameterised_optimum_claim {
namespace {

constexpr double optimum_samples = 48;

Sweep beyond_the_threshold(double snr) {
  return {axis("n", "samples").listed({optimum_samples}),
          axis("p", "parameters").listed({56, 60, 62, 64, 66, 68, 70, 72, 80, 96, 128}),
          axis("snr", "|w|² over the variance of the noise").listed({snr})};
}

const Registered overparameterised_optimum{{
    .id = "double-descent/overparameterised-optimum",
    .title = "Beyond the threshold the risk is least at p = (n + 1)√SNR/(√SNR − 1)",
    .statement = R"(\arg\min_{p>n+1} \mathbb{E}\|\hat w - w\|^2
        = (n+1)\frac{\sqrt{\mathrm{SNR}}}{\sqrt{\mathrm{SNR}}-1}, \qquad \mathrm{SNR} > 1)",
    .source = {"Hastie, Montanari, Rosset, Tibshirani 2019, arXiv:1903.08560", "section 3.3"},
    .assumes = {"the signal is stronger than the noise", "the fit is not penalised"},
    .sweep = beyond_the_threshold(16),
    .measure = {"excess risk of the least-squares solution of least norm, averaged over the noise",
                Polarity::exact, excess_risk},
    .predict =
        has_shape(
            {.kind = Shape::Kind::valley, .axis = "p", .location = (optimum_samples + 1) * 4 / 3})
            .within(0.12)
            .because("the minimum is flat: the law is 0.449 there, 0.473 at 60, 0.497 at "
                     "80"),
    .budget = {.first = 128, .quick = 2048, .standard = 8192, .full = 32768},
    .controls = {{.name = "noise-as-strong",
                  .breaks = "the signal is stronger than the noise",
                  .expect = near(128, 1),
                  .trial = excess_risk,
                  .sweep = beyond_the_threshold(1),
                  .remark = "1 - n/p + n/(p - n - 1) falls all the way, to that of no fit at all"},
                 {.name = "tuned-ridge",
                  .breaks = "the fit is not penalised",
                  .expect = near(56, 1),
                  .trial = mean_risk_of_tuned_ridge,
                  .remark = "the best ridge is no better for more parameters: least at the first"}},
    .remark = "Exact at finite n: the derivative of r²(1 − n/p) + σ²n/(p − n − 1) vanishes where "
              "r(p − n − 1) = σp.",
}};

}  // namespace
}  // namespace asymptest::double_descent::overparameterised_optimum_claim
