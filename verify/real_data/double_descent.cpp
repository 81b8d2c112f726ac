#include "asymptest/claim/registry.hpp"
#include "fourier_trials.hpp"

namespace asymptest::real_data::double_descent_claim {
namespace {

constexpr double samples = 64;
constexpr const char* no_penalty = "the fit is not penalised";

Sweep across_the_threshold() {
  return {axis("n", "samples").listed({samples}),
          axis("p", "random Fourier features")
              .listed({8, 16, 32, 48, 56, 60, 64, 68, 72, 80, 96, 128, 256})};
}

Prediction peak_at_the_threshold() {
  return has_shape({.kind = Shape::Kind::peak,
                    .axis = "p",
                    .location = samples,
                    .summary = Summary::median})
      .within(0.07)
      .because("the widths next to the threshold; the mean is infinite at it, so medians");
}

Budget budget_of_widths() { return {.first = 64, .quick = 512, .standard = 4096, .full = 16384}; }

const Registered double_descent_peak{{
    .id = "real-data/double-descent-peak",
    .title = "On real data the risk of random Fourier features peaks where they just interpolate",
    .statement = R"(\arg\max_p R(\hat f_p) = n)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "Figure 2"},
    .assumes = {no_penalty},
    .sweep = across_the_threshold(),
    .measure = {"mean squared error at 255 fresh points of least squares of least norm",
                Polarity::exact, fourier_risk},
    .predict = peak_at_the_threshold(),
    .budget = budget_of_widths(),
    .controls = {{.name = "penalised",
                  .breaks = no_penalty,
                  .expect = below(33).because(
                      "with a penalty of the size of the features more of them do no harm: the "
                      "risk is highest at the fewest"),
                  .trial = fourier_risk_with_penalty}},
    .on_data = true,
}};

const Registered double_descent_norm{{
    .id = "real-data/double-descent-peak-of-the-norm",
    .title = "On real data the norm of the solution is largest where it just interpolates",
    .statement = R"(\arg\max_p \|\hat w_p\|^2 = n)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "Figure 2, the norms"},
    .assumes = {no_penalty},
    .sweep = across_the_threshold(),
    .measure = {"squared norm of the least-squares solution of least norm", Polarity::exact,
                fourier_norm},
    .predict = peak_at_the_threshold(),
    .budget = budget_of_widths(),
    .controls = {{.name = "strongly-penalised",
                  .breaks = no_penalty,
                  .expect = near(8, 1).because(
                      "beyond all eigenvalues the solution is Xᵀy/λ, its squared norm "
                      "proportional to 1/p: highest at the first"),
                  .trial = fourier_norm_with_strong_penalty}},
    .on_data = true,
}};

const Registered double_descent_second{{
    .id = "real-data/double-descent-second-below-first",
    .title = "On real data the second descent ends below the first",
    .statement = R"(R(\hat f_{8n}) < \min_{p \le n/2} R(\hat f_p))",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "Figure 2"},
    .assumes = {"the labels can be learned"},
    .sweep = {axis("n", "samples").listed({samples})},
    .measure = {"risk at 8 n features less the least of n/16, n/8, n/4 and n/2, over 16 draws",
                Polarity::exact, second_descent_above_first},
    .predict = always_at_most(0).within(0.4).because(
        "labels that can't be learned fail always, which two bands stay clear of"),
    .budget = {.first = 32, .quick = 128},
    .controls = {{.name = "coins",
                  .breaks = "the labels can be learned",
                  .expect = near(1, 0.2).because(
                      "of coins the fewest features do best: the excess risk is p/(n − p − 1) for "
                      "p < n, at least n/(p − n − 1) beyond"),
                  .trial = second_descent_of_coins}},
    .on_data = true,
}};

}  // namespace
}  // namespace asymptest::real_data::double_descent_claim
