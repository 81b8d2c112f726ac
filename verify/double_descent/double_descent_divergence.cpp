#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "ridgeless_trials.hpp"

namespace asymptest::double_descent::double_descent_divergence_claim {
namespace {

double surplus_of_either(const Point& at) { return std::abs(at["p"] - at["n"]) - 1; }

Prediction inverse_in_surplus() {
  return theta({{"|p - n| - 1", -1, surplus_of_either}})
      .within(0.1)
      .rival(-0.5, "the square root, as for norms")
      .rival(-2, "the square")
      .because(
          "two bands stay clear of both rivals; the law is exact, so that nothing else is to be "
          "told from it");
}

/// |p − n| − 1 = 16, 32, 64, 128 on one side: the spread of a trial is 1.4 over that.
Sweep side(double n, std::vector<double> widths) {
  return {axis("n", "samples").listed({n}), axis("p", "parameters").listed(std::move(widths)),
          axis("snr", "|w|² over the variance of the noise").listed({4})};
}

/// Of either side.
Control orthogonal_data() {
  return {.name = "orthogonal-data",
          .breaks = "the data are Gaussian",
          .expect = near(0, 0.2),
          .trial = noise_per_dimension_of_orthogonal_data,
          .remark = "of the same lengths, but never nearly dependent: 1/(n - 2) at every width"};
}

const Registered divergence_above{{
    .id = "double-descent/double-descent-divergence-above",
    .title = "Beyond the threshold the noise part diverges as 1/(p − n − 1)",
    .statement = R"(\frac1n\,\mathbb{E}\,\mathrm{tr}\,(XX^\top)^{-1}
        = \Theta\bigl((p-n-1)^{-1}\bigr), \qquad p > n + 1)",
    .source = {"Belkin, Hsu, Xu 2019, arXiv:1903.07571", "Theorem 1"},
    .assumes = {"the data are Gaussian"},
    .sweep = side(64, {81, 97, 129, 193, 321}),
    .measure = {"noise part of the risk over n, averaged over noise of variance 1", Polarity::exact,
                noise_per_dimension},
    .predict = inverse_in_surplus(),
    .budget = {.first = 64, .quick = 1024, .standard = 4096, .full = 16384},
    .controls = {orthogonal_data()},
}};

const Registered divergence_below{{
    .id = "double-descent/double-descent-divergence-below",
    .title = "Below the threshold each parameter's noise diverges as 1/(n − p − 1)",
    .statement = R"(\frac1p\,\mathbb{E}\,\mathrm{tr}\,(X^\top X)^{-1}
        = \Theta\bigl((n-p-1)^{-1}\bigr), \qquad p < n - 1)",
    .source = {"Hastie, Montanari, Rosset, Tibshirani 2019, arXiv:1903.08560", "Theorem 1"},
    .assumes = {"the data are Gaussian"},
    .sweep = side(144, {15, 79, 111, 127}),
    .measure = {"noise part of the risk over p, averaged over noise of variance 1", Polarity::exact,
                noise_per_dimension},
    .predict = inverse_in_surplus(),
    .budget = {.first = 64, .quick = 1024, .standard = 4096, .full = 16384},
    .controls = {orthogonal_data()},
}};

}  // namespace
}  // namespace asymptest::double_descent::double_descent_divergence_claim
