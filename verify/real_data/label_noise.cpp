#include "asymptest/claim/registry.hpp"
#include "noise_trials.hpp"

namespace asymptest::real_data::label_noise_claim {
namespace {

Sweep noise_levels() {
  return {axis("n", "samples").listed({64, 256}),
          axis("q", "chance that a label is noise").listed({0.2, 0.4, 0.6, 0.8})};
}

double one(const Point&) { return 1; }

const Registered label_noise{{
    .id = "real-data/label-noise",
    .title = "On real labels, too, the risk under label noise q is q/2 + (1 − q) R",
    .statement = R"(R_{P_q}(f) = \frac q2 + (1-q)\,R_P(f) \quad \text{for every } f)",
    .source = {"Belkin 2021, arXiv:2105.14368", "section 3, with its identity corrected"},
    .assumes = {"a noisy label is drawn anew"},
    .sweep = noise_levels(),
    .measure = {"share of 255 fresh noisy labels that the nearest of n samples misses, over "
                "q/2 + (1 − q) R with R its share of the clean ones",
                Polarity::exact, noisy_risk_over_identity},
    .predict = equals(one).within(0.04).because(
        "less than half of what q/2 + R in its place is off by, qR over q/2 + R, at q = 0.8 for "
        "every R above 0.05"),
    .budget = {.first = 128, .quick = 2048, .standard = 8192},
    .controls = {{.name = "flipped-labels",
                  .breaks = "a noisy label is drawn anew",
                  .expect = above(0.2).because("q + (1 − 2q) R over q/2 + (1 − q) R, at q = 0.8 "
                                               "1.23 or more for every R below 0.36"),
                  .trial = flipped_risk_over_identity}},
    .on_data = true,
}};

const Registered label_noise_as_stated{{
    .id = "real-data/label-noise-as-stated",
    .title = "Erratum: on real labels the risk under label noise q is not q/2 + R",
    .statement = R"(R_{P_q}(f) = \frac q2 + R_P(f))",
    .source = {"lecture slides after Belkin 2021, arXiv:2105.14368", "label noise"},
    .assumes = {},
    .sweep = noise_levels(),
    .measure = {"share of 255 fresh noisy labels that the nearest of n samples misses, over q/2 + "
                "R with R its share of the clean ones",
                Polarity::exact, noisy_risk_over_stated},
    .predict = equals(one).within(0.04).because("as for the true identity"),
    .budget = {.first = 128, .quick = 2048, .standard = 8192},
    .corrected_by = "real-data/label-noise",
    .expect = below(-0.08).because("−qR over q/2 + R: for every R above 0.05 at q = 0.8"),
    .on_data = true,
}};

}  // namespace
}  // namespace asymptest::real_data::label_noise_claim
