#include "asymptest/claim/registry.hpp"
#include "trials/label_noise_trials.hpp"

namespace asymptest::interpolation::label_noise_claim {
namespace {

const Registered label_noise{{
    .id = "interpolation/label-noise",
    .title = "Under label noise q every classifier's risk is q/2 + (1 − q) R",
    .statement = R"(R_{P_q}(f) = \frac q2 + (1-q)\,R_P(f) \quad \text{for every } f)",
    .source = {"Belkin 2021, arXiv:2105.14368", "section 3, with its identity corrected"},
    .assumes = {"a noisy label is drawn anew", "the noise does not depend on the point",
                "there are two classes", "the labels are fresh"},
    .sweep = {axis("q", "chance that a label is noise").listed({0.2, 0.4, 0.6, 0.8}),
              axis("R", "risk without noise").listed({0.05, 0.15, 0.3, 0.5})},
    .measure = {"share of 4096 fresh noisy labels that a classifier of risk R misses",
                Polarity::exact, noisy_risk_two_classes},
    .predict = equals([](const Point& at) { return at["q"] / 2 + (1 - at["q"]) * at["R"]; })
                   .within(0.02)
                   .rival(0.071, "q/2 + R at q = 0.2, R = 0.05, where it comes nearest")
                   .because("two bands stay clear of the rival q/2 + R everywhere"),
    .budget = {.first = 128, .quick = 4096, .standard = 16384, .full = 65536},
    .controls = {{.name = "flipped-labels",
                  .breaks = "a noisy label is drawn anew",
                  .expect = near(0.77 / 0.41 - 1, 0.05)
                                .because("q + (1 − 2q) R: 0.77 for 0.41 at q = 0.8, R = 0.05"),
                  .trial = with_flipped_labels,
                  .remark = "q + (1 − 2q) R"},
                 {.name = "noise-where-it-errs",
                  .breaks = "the noise does not depend on the point",
                  .expect = near(0.03 / 0.41 - 1, 0.05)
                                .because("(1 − q/2) R: 0.03 for 0.41 at q = 0.8, R = 0.05"),
                  .trial = with_noise_where_it_errs,
                  .remark = "(1 − q/2) R"},
                 {.name = "three-classes",
                  .breaks = "there are two classes",
                  .expect = near(1.63 / 3 / 0.41 - 1, 0.05)
                                .because("2q/3 + (1 − q) R: 0.543 for 0.41 at q = 0.8, R = 0.05"),
                  .trial = [](const Point& at,
                              Stream& random) { return noisy_risk(at, random, 3); },
                  .remark = "2q/3 + (1 − q) R"},
                 {.name = "leaked-labels",
                  .breaks = "the labels are fresh",
                  .expect = below(-0.85),
                  .trial = on_leaked_labels,
                  .remark = "on labels that it has seen an interpolating classifier has risk 0"}},
    .remark = "The classifiers are thresholds on the line; the identity knows nothing of f but R. "
              "proof/label-noise checks it for all classifiers of small finite laws.",
}};

}  // namespace
}  // namespace asymptest::interpolation::label_noise_claim
