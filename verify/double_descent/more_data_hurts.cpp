#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "ridgeless_trials.hpp"

namespace asymptest::double_descent::more_data_hurts_claim {
namespace {

constexpr double fixed_width = 64, strong_signal = 16;

/// Where r²(1 − n/p) + σ²n/(p − n − 1) is least in n < p − 1: r²/p = σ²(p − 1)/(p − n − 1)².
double turning_point() {
  return fixed_width - 1 - std::sqrt(fixed_width * (fixed_width - 1) / strong_signal);
}

Sweep samples_at_fixed_width(double snr, std::vector<double> samples) {
  return {axis("n", "samples").listed(std::move(samples)),
          axis("p", "parameters").listed({fixed_width}),
          axis("snr", "|w|² over the variance of the noise").listed({snr})};
}

const std::vector<double> below_the_width{8, 16, 24, 32, 38, 44, 46, 48, 50, 52, 56};

const Registered more_data_hurts{{
    .id = "double-descent/more-data-hurts",
    .title = "More samples raise the risk from n = p − 1 − √(p(p − 1))σ/r up to the threshold",
    .statement = R"(\arg\min_{n<p-1} \mathbb{E}\|\hat w - w\|^2
        = p - 1 - \sqrt{p(p-1)}\,\frac\sigma r)",
    .source = {"Nakkiran 2019, arXiv:1912.07242; Hastie, Montanari, Rosset, Tibshirani 2019, "
               "arXiv:1903.08560",
               "section 2; Theorem 1"},
    .assumes = {"the signal is stronger than the noise", "the fit is not penalised"},
    .sweep = samples_at_fixed_width(strong_signal, below_the_width),
    .measure = {"excess risk of the least-squares solution of least norm, averaged over the noise",
                Polarity::exact, excess_risk},
    .predict =
        has_shape({.kind = Shape::Kind::valley, .axis = "n", .location = turning_point()})
            .within(0.15)
            .because("the minimum is flat: the law is 0.449 at 47, 0.501 at 38 and 0.625 at 56"),
    .budget = {.first = 128, .quick = 2048, .standard = 8192, .full = 32768},
    .controls = {{.name = "noise-as-strong",
                  .breaks = "the signal is stronger than the noise",
                  .expect = near(8, 1),
                  .trial = excess_risk,
                  .sweep = samples_at_fixed_width(1, below_the_width),
                  .remark = "the range starts below n = 0: every sample hurts up to n = p"},
                 {.name = "tuned-ridge",
                  .breaks = "the fit is not penalised",
                  .expect = near(56, 1),
                  .trial = mean_risk_of_tuned_ridge,
                  .remark = "with the best penalty more samples never hurt: least at the last"}},
}};

const Registered more_data_hurts_rise{{
    .id = "double-descent/more-data-hurts-rise",
    .title = "Between there and the threshold the risk rises with every sample",
    .statement = R"(n \mapsto \mathbb{E}\|\hat w - w\|^2 \text{ increases on }
        \bigl[p - 1 - \sqrt{p(p-1)}\,\sigma/r,\ p - 1\bigr))",
    .source = {"Nakkiran 2019, arXiv:1912.07242", "section 2"},
    .assumes = {"the fit is not penalised"},
    .sweep = samples_at_fixed_width(strong_signal, {48, 51, 53, 55}),
    .measure = {"excess risk of the least-squares solution of least norm, averaged over the noise",
                Polarity::exact, excess_risk},
    .predict = has_shape({.kind = Shape::Kind::increasing, .axis = "n"})
                   .within(0.02)
                   .because("the law rises by 4, 7 and 13 per cent from size to size"),
    .budget = {.first = 128, .quick = 2048, .standard = 8192, .full = 32768},
    .controls = {{.name = "tuned-ridge",
                  .breaks = "the fit is not penalised",
                  .expect = near(0.190, 0.05),
                  .trial = mean_risk_of_tuned_ridge,
                  .remark = "it falls from 0.361 to 0.292 in the limit law"}},
}};

}  // namespace
}  // namespace asymptest::double_descent::more_data_hurts_claim
