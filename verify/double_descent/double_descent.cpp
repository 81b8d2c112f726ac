#include "asymptest/claim/registry.hpp"
#include "ridgeless_trials.hpp"

namespace asymptest::double_descent::double_descent_claim {
namespace {

/// Both sides of the threshold, no nearer than |p − n| = 8: the fourth moments of the trials,
/// which their intervals need, end below.
Sweep twenty_widths() {
  return {axis("n", "samples").listed({32}),
          axis("p", "parameters").listed({1,  2,  4,  8,  12, 16, 18, 20, 22, 24,
                                          40, 42, 44, 48, 56, 64, 72, 80, 96, 128}),
          axis("snr", "|w|² over the variance of the noise").listed({4})};
}

Sweep one_width(double p) {
  return {axis("n", "samples").listed({32}), axis("p", "parameters").listed({p}),
          axis("snr", "|w|² over the variance of the noise").listed({4})};
}

constexpr const char* gap_reason =
    "two bands stay clear of |p - n| in place of |p - n| - 1 at the widths next to the threshold";

const Registered double_descent_risk{{
    .id = "double-descent/double-descent",
    .title = "The risk of ridgeless least squares has an exact law on both sides of p = n",
    .statement = R"(\mathbb{E}\|\hat w - w\|^2 = \begin{cases}
        \sigma^2\frac{p}{n-p-1} & p < n - 1 \\
        r^2\bigl(1-\frac np\bigr) + \sigma^2\frac{n}{p-n-1} & p > n + 1 \end{cases},
        \qquad x \sim \mathcal N(0, I_p),\ |w| = r)",
    .source = {"Hastie, Montanari, Rosset, Tibshirani 2019, arXiv:1903.08560; Belkin, Hsu, Xu "
               "2019, arXiv:1903.07571",
               "Theorem 1 of both"},
    .assumes = {"the fit is not penalised", "the labels are noisy", "the data are Gaussian"},
    .sweep = twenty_widths(),
    .measure = {"excess risk of the least-squares solution of least norm, averaged over the noise",
                Polarity::exact, excess_risk},
    .predict = equals(excess_risk_law)
                   .within(0.05)
                   .rival(-0.125, "the limit law, |p - n| in place of |p - n| - 1, at p = 24")
                   .because(gap_reason),
    .budget = {.first = 256, .quick = 8192, .standard = 32768, .full = 131072},
    .controls = {{.name = "tuned-ridge",
                  .breaks = "the fit is not penalised",
                  .expect = near(-0.646, 0.05),
                  .trial = risk_of_tuned_ridge,
                  .sweep = one_width(40),
                  .remark = "the peak is gone: at p/n = 1.25 the limit law of the best ridge is "
                            "0.476 where this one is 1.343"},
                 {.name = "noiseless",
                  .breaks = "the labels are noisy",
                  .expect = near(-1, 0.01),
                  .trial = risk_without_noise,
                  .remark = "no risk at all below the threshold, and no peak"},
                 {.name = "uneven-rows",
                  .breaks = "the data are Gaussian",
                  .expect = near(1.094, 0.15),
                  .trial = risk_with_uneven_rows,
                  .sweep = one_width(40),
                  .remark = "rows of random length multiply the noise part, 1.143 of 1.343, by "
                            "E 1/s = 16/7"}},
}};

const Registered double_descent_norm{{
    .id = "double-descent/double-descent-norm",
    .title = "So has the squared norm of the solution",
    .statement = R"(\mathbb{E}\|\hat w\|^2 = r^2\min\bigl(1, \tfrac np\bigr)
        + \sigma^2\frac{\min(n,p)}{|p-n|-1}, \qquad x \sim \mathcal N(0, I_p),\ |w| = r)",
    .source = {"Belkin, Hsu, Xu 2019, arXiv:1903.07571", "proof of Theorem 1"},
    .assumes = {"the labels are noisy", "the data are Gaussian"},
    .sweep = twenty_widths(),
    .measure = {"squared norm of the least-squares solution of least norm, averaged over the noise",
                Polarity::exact, solution_norm},
    .predict = equals(solution_norm_law)
                   .within(0.03)
                   .rival(-0.0735, "|p - n| in place of |p - n| - 1, at p = 40")
                   .because("two bands stay clear of |p - n| in place of |p - n| - 1 at p = 40"),
    .budget = {.first = 256, .quick = 8192, .standard = 32768, .full = 131072},
    .controls = {{.name = "noiseless",
                  .breaks = "the labels are noisy",
                  .expect = near(-0.588, 0.05),
                  .trial = norm_without_noise,
                  .sweep = one_width(40),
                  .remark = "n/p = 0.8 of 1.943 is left"},
                 {.name = "uneven-rows",
                  .breaks = "the data are Gaussian",
                  .expect = near(0.756, 0.1),
                  .trial = norm_with_uneven_rows,
                  .sweep = one_width(40),
                  .remark = "the noise part, 1.143 of 1.943, times 16/7"}},
}};

}  // namespace
}  // namespace asymptest::double_descent::double_descent_claim
