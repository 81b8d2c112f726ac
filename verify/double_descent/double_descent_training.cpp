#include <utility>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "ridgeless_trials.hpp"

namespace asymptest::double_descent::double_descent_training_claim {
namespace {

constexpr double samples = 32;
constexpr const char* seen = "the fit sees all columns that the labels depend on";
constexpr const char* no_penalty = "the fit is not penalised";

Sweep training_widths(std::vector<double> widths) {
  return {axis("n", "samples").listed({samples}), axis("p", "parameters").listed(std::move(widths)),
          axis("snr", "|w|² over the variance of the noise").listed({4})};
}

const Registered double_descent_training{{
    .id = "double-descent/double-descent-training",
    .title = "The training error of least squares falls to 0 at p = n in a straight line",
    .statement = R"(\mathbb{E}\,\tfrac1n\|y - X\hat w\|^2 = \sigma^2\Bigl(1 - \frac pn\Bigr),
        \qquad p < n)",
    .source = {"Hastie, Tibshirani, Friedman 2009, The Elements of Statistical Learning",
               "section 7.4, of linear fits"},
    .assumes = {seen},
    .sweep = training_widths({1, 2, 4, 8, 12, 16, 20, 24, 28, 30}),
    .measure = {"mean squared residual on the n samples", Polarity::exact, training_error},
    .predict = equals(training_error_law)
                   .within(0.05)
                   .rival(1.0 / 2, "p - 1 in place of p, at p = 30")
                   .because("two bands stay clear of p - 1 in place of p from p = 24 on"),
    .budget = {.first = 256, .quick = 16384},
    .controls = {{.name = "columns-left-out",
                  .breaks = seen,
                  .expect = near(3, 0.2).because("they are noise to the fit, of three times the "
                                                 "labels' own variance"),
                  .trial = training_error_of_a_part,
                  .sweep = training_widths({1, 8, 16, 24})}},
}};

const Registered double_descent_interpolates{{
    .id = "double-descent/double-descent-training-beyond",
    .title = "From p = n on the training error is 0",
    .statement = R"(\tfrac1n\|y - X\hat w\|^2 = 0, \qquad p \ge n)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "Figure 1"},
    .assumes = {no_penalty},
    .sweep = training_widths({32, 34, 36, 40, 48, 64, 96, 128}),
    .measure = {"mean squared residual on the n samples", Polarity::exact, training_error},
    // Residuals are rounding times the norm of the solution, whose square is beyond 10^9 at p = n
    // with a chance below 10^-4.
    .predict = always_at_most(0, 1e-18).within(0.02).because(
        "interpolation is exact in every trial; one that is not shows at once"),
    .budget = {.first = 64, .quick = 1024},
    .controls = {{.name = "tuned-ridge",
                  .breaks = no_penalty,
                  .expect = near(1, 0.05).because("a penalty leaves a residual in every trial"),
                  .trial = training_error_of_tuned_ridge}},
}};

}  // namespace
}  // namespace asymptest::double_descent::double_descent_training_claim
