#include "asymptest/claim/registry.hpp"
#include "trials/classification_trials.hpp"

namespace asymptest::interpolation::simplicial_classification_claim {
namespace {

const Registered simplicial_classification{{
    .id = "interpolation/simplicial-classification",
    .title = "The worst excess risk of the simplicial classifier falls as 1/√d",
    .statement = R"(\sup_\eta \mathbb{E}\bigl[R(\hat f_{\mathrm{simp}}) - R^*\bigr]
        = \Theta(d^{-1/2}), \text{ attained at } \eta = \tfrac12 + c/\sqrt d)",
    .source = {"Belkin, Hsu, Mitra 2018, arXiv:1806.05161", "section 3"},
    .assumes = {"the prediction averages over the vertices of a simplex",
                "the labels of a cell's vertices are independent"},
    .sweep = {axis("d", "dimension").geometric(16, 2048).standard(16384)},
    .measure = {"excess risk of the plug-in rule at uniform points of a Kuhn lattice, labels drawn "
                "at the law that is worst in high dimension",
                Polarity::exact, simplicial_excess_at_worst},
    .predict =
        theta({{"d", -0.5}})
            .within(0.05)
            .rival(-1, "the squared error's exponent")
            .corrected_by(1, "Edgeworth's expansion of two symmetric binomial laws")
            .because("a tenth of the gap to 0, the exponent of a rule by one label, and to −1"),
    .budget = {.first = 128,
               .quick = 8192,
               .standard = 16384,
               .cost = [](const Point& at) { return 50 + at["d"]; }},
    .controls = {{.name = "heaviest-vertex",
                  .breaks = "the prediction averages over the vertices of a simplex",
                  .expect = near(0, 0.1),
                  .trial = heaviest_vertex_excess_at_worst,
                  .correction = Correction{1, "none of any order, for one label decides"},
                  .remark = "at η = 3/4, where (2η − 1)(1 − η) = 1/8 is largest"},
                 {.name = "one-label-a-cell",
                  .breaks = "the labels of a cell's vertices are independent",
                  .expect = near(0, 0.1).because(
                      "one label decides: (2η − 1)(1 − η), 1/8 at η = 3/4, whatever the dimension"),
                  .trial = shared_label_excess_at_worst,
                  .correction = Correction{1, "none of any order, for one label decides"}}},
    .remark =
        "Any rule whatever has an excess of at most 2c/√d at η = 1/2 + c/√d; what the theorem "
        "says is that for the simplicial rule no other η is worse. Each rule is therefore "
        "measured at its own worst law. n → ∞, η constant over a cell.",
}};

}  // namespace
}  // namespace asymptest::interpolation::simplicial_classification_claim
