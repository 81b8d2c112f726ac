#include "asymptest/claim/registry.hpp"
#include "learning/interpolation/ridgeless_risk.hpp"
#include "ridgeless_trials.hpp"

namespace asymptest::double_descent::double_descent_tuned_ridge_claim {
namespace {

const Registered double_descent_tuned_ridge{{
    .id = "double-descent/double-descent-tuned-ridge",
    .title = "The best ridge penalty leaves no peak: its risk has a smooth limit law",
    .statement =
        R"(\min_\lambda \mathbb{E}\|\hat w_\lambda - w\|^2 \to \sigma^2\gamma\,m(-\lambda^*),
        \quad \lambda^* = \gamma\sigma^2/r^2,\ \gamma = p/n)",
    .source = {"Hastie, Montanari, Rosset, Tibshirani 2019, arXiv:1903.08560", "Corollary 6"},
    .assumes = {"the penalty is the best"},
    .sweep = {axis("n", "samples").listed({64}),
              axis("p", "parameters").listed({8, 16, 32, 48, 56, 64, 72, 80, 96, 128, 192}),
              axis("snr", "|w|² over the variance of the noise").listed({4})},
    .measure = {"excess risk of tuned ridge regression, averaged over the noise and the "
                "directions of w",
                Polarity::exact, mean_risk_of_tuned_ridge},
    .predict = equals([](const Point& at) {
                 return learning::tuned_ridge_risk(at["p"] / at["n"], at["snr"]);
               })
                   .within(0.05)
                   .rival(4.505, "no penalty, at p = 72")
                   .because("the law is that of the limit, and n = 64 is off by a few times 1/n"),
    .budget = {.first = 64, .quick = 1024, .standard = 4096, .full = 16384},
    .controls = {{.name = "no-penalty",
                  .breaks = "the penalty is the best",
                  .expect = near(4.505, 0.7),
                  .trial = excess_risk,
                  .sweep =
                      Sweep{axis("n", "samples").listed({64}), axis("p", "parameters").listed({72}),
                            axis("snr", "|w|² over the variance of the noise").listed({4})},
                  .remark = "2.397 by its exact law, against 0.435"}},
}};

}  // namespace
}  // namespace asymptest::double_descent::double_descent_tuned_ridge_claim
