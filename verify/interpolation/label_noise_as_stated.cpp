#include "asymptest/claim/registry.hpp"
#include "trials/label_noise_trials.hpp"

namespace asymptest::interpolation::label_noise_as_stated_claim {
namespace {

const Registered label_noise_as_stated{{
    .id = "interpolation/label-noise-as-stated",
    .title = "Erratum: the risk under label noise q is not q/2 + R",
    .statement = R"(R_{P_q}(f) = \frac q2 + R_P(f) \quad \text{for every } f)",
    .source = {"Lecture slides after Belkin 2021, arXiv:2105.14368",
               "classical theory yields vacuous bounds"},
    .assumes = {"a noisy label is drawn anew", "the noise does not depend on the point",
                "there are two classes"},
    .sweep = {axis("q", "chance that a label is noise").listed({0.2, 0.4, 0.6, 0.8}),
              axis("R", "risk without noise").listed({0.05, 0.15, 0.3, 0.5})},
    .measure = {"share of 4096 fresh noisy labels that a classifier of risk R misses",
                Polarity::exact, noisy_risk_two_classes},
    .predict = equals([](const Point& at) { return at["q"] / 2 + at["R"]; })
                   .within(0.02)
                   .because("the band of the corrected identity"),
    .budget = {.first = 128, .quick = 4096, .standard = 16384, .full = 65536},
    .corrected_by = "interpolation/label-noise",
    .expect = near(-0.4 / 0.9, 0.05),
    .remark = "Off by q·R, most at q = 0.8, R = 0.5: there the risk is 1/2 and not 0.9. Only a "
              "label that stays, with chance 1 − q, can be missed by f's own error. Where R = 0, "
              "as the slides go on to assume, both agree.",
}};

}  // namespace
}  // namespace asymptest::interpolation::label_noise_as_stated_claim
