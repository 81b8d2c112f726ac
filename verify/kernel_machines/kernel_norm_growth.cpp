#include <string>

#include "asymptest/claim/registry.hpp"
#include "norm_trials.hpp"

namespace asymptest::kernel_machines::kernel_norm_growth_claim {
namespace {

/// m^d samples of a grid of m cells a side.
std::vector<double> samples_of_sides(int dimension) {
  if (dimension == 1) return {64, 128, 256, 512, 1024, 2048, 4096};
  if (dimension == 2) return {64, 100, 144, 256, 400, 576};
  return {64, 125, 216, 343, 512};
}

Prediction law_in(int dimension) {
  const double d = dimension, exponent = 1 + 1 / d;
  Prediction law = theta({{"n", exponent}});
  law.within(0.25 / d)
      .rival(1, "a bounded norm for each label")
      .corrected_by(dimension == 3 ? 2 / d : 1,
                    "the kernel's next order, spacing², and the clean part")
      .because("two bands end half way to the rival n");
  return law;
}

Claim growth(int dimension) {
  const double d = dimension;
  return {
      .id = "kernel-machines/kernel-norm-growth-" + std::to_string(dimension),
      .title = "Fitting noise, the Laplace kernel's norm² grows as n^(1 + 1/d): d = " +
               std::to_string(dimension),
      .statement = R"(\mathbb{E}\,\|\hat f\|^2_{\mathcal H} = \Theta(n^{1+1/d}))",
      .source = {"Belkin, Ma, Mandal 2018, arXiv:1802.01396",
                 "section 4; the exponent from the Sobolev space of order (d + 1)/2"},
      .assumes = {"the labels are noisy"},
      .sweep = {axis("n", "samples").listed(samples_of_sides(dimension))},
      .measure = {"squared norm of the interpolant, averaged over the noise", Polarity::exact,
                  norm_of_noisy_labels(dimension)},
      .predict = law_in(dimension),
      .budget = {.first = 16,
                 .quick = 256,
                 .cost = [](const Point& at) { return 1e5 + at["n"] * at["n"] * at["n"]; }},
      .controls = {{.name = "clean-labels",
                    .breaks = "the labels are noisy",
                    .expect = near(0, 0.25 * (1 + 1 / d)),
                    .trial = norm_of_clean_labels(dimension),
                    .remark = "the norm of the smooth target bounds that of its interpolants"}},
  };
}

const Registered growth_1{growth(1)};
const Registered growth_2{growth(2)};
const Registered growth_3{growth(3)};

const Registered vacuous{{
    .id = "kernel-machines/kernel-norm-growth-vacuous",
    .title = "Under label noise a bound by the norm of the kernel interpolant says nothing",
    .statement = R"(\sqrt{\|\hat f\|^2_{\mathcal H}/n} \ge \tfrac12)",
    .source = {"Belkin, Ma, Mandal 2018, arXiv:1802.01396", "section 4"},
    .assumes = {"the labels are noisy"},
    .sweep = {axis("n", "samples").listed({256, 400, 576})},
    .measure = {"√(‖f‖²/n) on the torus of the plane, a fifth of the labels fair coins",
                Polarity::exact, complexity_of_noisy_signs(2)},
    .predict = always_at_least(0.5).within(0.05).because(
        "a bound of 1/2 or more on a risk says nothing; noise alone costs (1 − 0.8²) tr K⁻¹/n, 2 "
        "at n = 256 and more beyond"),
    .budget = {.first = 128, .quick = 512},
    .controls = {{.name = "clean-labels",
                  .breaks = "the labels are noisy",
                  .expect = near(1, 0.1),
                  .trial = complexity_of_clean_labels(2),
                  .remark = "its norm is bounded, and n is not: 5.5 against n/4"}},
}};

}  // namespace
}  // namespace asymptest::kernel_machines::kernel_norm_growth_claim
