#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/interpolation/simplicial_vote.hpp"
#include "trials/classification_trials.hpp"

namespace asymptest::interpolation::simplicial_classification_of_a_margin_claim {
namespace {

const char* const two_labels_decide = "the labels of a cell's vertices are independent";

const Registered of_a_margin{{
    .id = "interpolation/simplicial-classification-of-a-margin",
    .title = "Under constant label noise the simplicial classifier's excess risk is known exactly",
    .statement = R"(\mathbb{E}\bigl[R(\hat f_{\mathrm{simp}}) - R^*\bigr]
        = (1-2q)\,P\bigl(\mathrm{Bin}(d,\tfrac12) < \mathrm{Bin}(d+1,q)\bigr))",
    .source = {"Belkin, Hsu, Mitra 2018, arXiv:1806.05161", "section 3, made exact"},
    .assumes = {two_labels_decide},
    .sweep = {axis("d", "dimension").listed({4, 6, 8}),
              axis("q", "chance of the wrong label").listed({0.1, 0.2, 0.35})},
    .measure = {"excess risk of the plug-in rule at uniform points of a Kuhn lattice, labels drawn",
                Polarity::exact, simplicial_excess},
    .predict =
        equals([](const Point& at) { return learning::plug_in_excess_law(at.count("d"), at["q"]); })
            .within(0.08)
            .rival(-0.217, "the majority of the labels, d = 4, q = 0.35")
            .because("two bands stay clear of the majority vote where it comes nearest"),
    .budget = {.first = 1024, .quick = 65536, .standard = 262144, .full = 1048576},
    .controls = {{.name = "one-label-a-cell",
                  .breaks = two_labels_decide,
                  .expect = near(0.1 / learning::chance_of_wrong_plug_in(8, 0.1) - 1, 0.5),
                  .trial = shared_label_excess,
                  .remark = "q/P(wrong) − 1, the most at d = 8, q = 0.1"}},
}};

const Registered margin_rate{{
    .id = "interpolation/simplicial-classification-of-a-margin-rate",
    .title = "Under constant label noise the simplicial classifier's excess is exponentially small",
    .statement = R"(\mathbb{E}\bigl[R(\hat f_{\mathrm{simp}}) - R^*\bigr]
        \le C\Bigl(\tfrac{1 + 2\sqrt{q(1-q)}}{2}\Bigr)^d, \quad q = \tfrac1{10})",
    .source = {"Belkin, Hsu, Mitra 2018, arXiv:1806.05161", "section 3"},
    .assumes = {two_labels_decide, "the noise stays away from 1/2"},
    .sweep = {axis("d", "dimension").listed({2, 4, 6, 8, 12, 16}),
              axis("q", "chance of the wrong label").listed({0.1})},
    .measure = {"excess risk of the plug-in rule at uniform points of a Kuhn lattice, labels drawn",
                Polarity::exact, simplicial_excess},
    .predict = decays("d", -std::log(0.8))
                   .within(0.2)
                   .because("a fifth of the way to no exponential decay at all"),
    .budget = {.first = 1024, .quick = 65536, .standard = 262144, .full = 1048576},
    .controls = {{.name = "one-label-a-cell",
                  .breaks = two_labels_decide,
                  .expect = near(0, 0.05).because("one label decides: no decay in d"),
                  .trial = shared_label_excess},
                 {.name = "noise-near-one-half",
                  .breaks = "the noise stays away from 1/2",
                  .expect = near(0, 0.1),
                  .trial = simplicial_excess_at_worst,
                  .remark = "d^(−1/2) at q = 1/2 − c/√d: its logarithm's slope is 1/(2d)"}},
    .remark = "A factor of d^(−1/2) makes it faster than the stated rate at every finite d.",
}};

}  // namespace
}  // namespace asymptest::interpolation::simplicial_classification_of_a_margin_claim
