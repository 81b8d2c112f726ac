#include "asymptest/claim/registry.hpp"
#include "support_trials.hpp"

namespace asymptest::kernel_machines::support_vectors_claim {
namespace {

constexpr const char* same_size = "the support vectors are counted among n + 1 samples";
constexpr const char* same_law = "the fresh point follows the law of the samples";

Sweep sizes_of_machines() {
  return {axis("n", "samples").geometric(32, 128).standard(512),
          axis("d", "coordinates").listed({4})};
}

Prediction never_below() {
  return always_at_least(0).within(0.25).because(
      "means of 64 draws lie tens of their standard errors above 0, and what fails does always");
}

Budget budget_of_machines() {
  return {.first = 32, .quick = 512, .cost = [](const Point& at) { return at["n"]; }};
}

const Registered support_vectors{{
    .id = "kernel-machines/support-vectors",
    .title = "A machine's risk is at most the share of support vectors, in the mean",
    .statement = R"(\mathbb{E}\,R(f_n) \le \frac{\mathbb{E}\,\#SV(n+1)}{n+1})",
    .source = {"Vapnik, Chapelle 2000", "theorem 1, the leave-one-out bound"},
    .assumes = {same_size, same_law},
    .sweep = sizes_of_machines(),
    .measure = {"#SV(n + 1)/(n + 1) less the risk from n of these samples, averaged over 64 draws",
                Polarity::exact, support_share_above_risk},
    .predict = never_below(),
    .budget = budget_of_machines(),
    .controls = {{.name = "sixteen-times-the-samples",
                  .breaks = same_size,
                  .expect = near(1, 0.1).because(
                      "at most d of 16 (n + 1) samples hold the plane, and the risk after n is of "
                      "the order d/n"),
                  .trial = support_share_of_more_samples},
                 {.name = "near-the-boundary",
                  .breaks = same_law,
                  .expect = near(1, 0.1).because(
                      "the risk tends to ½, and at most 4 of 33 samples hold the plane"),
                  .trial = support_share_above_shifted_risk}},
}};

const Registered support_vectors_margin{{
    .id = "kernel-machines/support-vectors-margin",
    .title = "And at most the square of the radius over the margin, by the samples",
    .statement =
        R"(\mathbb{E}\,R(f_n) \le \frac{1}{n+1}\,\mathbb{E}\Bigl(\frac{R}{\gamma}\Bigr)^2)",
    .source = {"Vapnik, Chapelle 2000", "theorem 2"},
    .assumes = {same_law},
    .sweep = sizes_of_machines(),
    .measure = {"(R/γ)²/(n + 1) less the risk from n of these samples, averaged over 64 draws of "
                "classes 2 apart",
                Polarity::exact, margin_bound_above_risk},
    .predict = never_below(),
    .budget = budget_of_machines(),
    .controls = {{.name = "turned-labels",
                  .breaks = same_law,
                  .expect = near(1, 0.1).because(
                      "what the machine gets right is wrong then, and the bound is below 1: R² is "
                      "of the order 20, γ at least 1"),
                  .trial = margin_bound_above_risk_of_turned_labels}},
}};

}  // namespace
}  // namespace asymptest::kernel_machines::support_vectors_claim
