#include "asymptest/claim/registry.hpp"
#include "trials/classification_trials.hpp"

namespace asymptest::interpolation::simplicial_classification_margin_exponent_claim {
namespace {

const char* const tsybakov = "the margin |2η − 1| has the exponent α";
const char* const averages = "the prediction averages over the vertices of a simplex";

Trial simplicial_at(double alpha) {
  return [=](const Point& at, Stream& random) {
    return simplicial_excess_under_margin(alpha, at, random);
  };
}

Claim under_margin(double alpha, const char* id, const char* title) {
  return {
      .id = id,
      .title = title,
      .statement = R"(P(|2\eta-1| \le t) = t^\alpha \implies
        \mathbb{E}\bigl[R(\hat f_{\mathrm{simp}}) - R^*\bigr] = \Theta(d^{-(1+\alpha)/2}))",
      .source = {"Belkin, Hsu, Mitra 2018, arXiv:1806.05161",
                 "section 3, under Tsybakov's margin condition"},
      .assumes = {tsybakov, averages},
      .sweep = {axis("d", "dimension").geometric(16, 1024).standard(4096)},
      .measure = {"excess risk of the plug-in rule at uniform points of a Kuhn lattice, margin and "
                  "labels drawn",
                  Polarity::exact, simplicial_at(alpha)},
      .predict = theta({{"d", -(1 + alpha) / 2}})
                     .within(0.1)
                     .corrected_by(1, "Edgeworth's expansion of two binomial laws")
                     .because("two bands stay clear of −1/2, the exponent of the worst law"),
      .budget = {.first = 256,
                 .quick = 32768,
                 .standard = 65536,
                 .cost = [](const Point& at) { return 50 + at["d"]; }},
      .controls = {{.name = "margin-of-order-one-over-root-d",
                    .breaks = tsybakov,
                    .expect = near(-0.5, 0.08).because("the worst law, of excess d^(-1/2)"),
                    .trial = simplicial_excess_at_worst,
                    .correction =
                        Correction{1, "Edgeworth's expansion of two symmetric binomial laws"}},
                   {.name = "one-vertex",
                    .breaks = averages,
                    .expect = near(0, 0.08).because("one label decides, whatever the dimension"),
                    .trial =
                        [=](const Point& at, Stream& random) {
                          return one_vertex_excess_under_margin(alpha, at, random);
                        },
                    .correction = Correction{1, "none of any order, for one label decides"}}},
  };
}

const Registered margin_one{
    under_margin(1, "interpolation/simplicial-classification-margin-exponent-1",
                 "Under a margin exponent 1 the simplicial classifier's excess falls as 1/d")};
const Registered margin_two{
    under_margin(2, "interpolation/simplicial-classification-margin-exponent-2",
                 "Under a margin exponent 2 the simplicial classifier's excess falls as d^(−3/2)")};

const Registered always_one_over_root_d{{
    .id = "interpolation/simplicial-classification-margin-exponent-always",
    .title = "Erratum: the simplicial classifier's excess risk isn't Θ(1/√d) at every law",
    .statement = R"(\mathbb{E}\bigl[R(\hat f_{\mathrm{simp}}) - R^*\bigr] = \Theta(d^{-1/2}))",
    .source = {"Belkin, Hsu, Mitra 2018, arXiv:1806.05161",
               "the O(1/√d) of section 3, read as the rate at every law"},
    .assumes = {"the law of the labels is fixed as the dimension grows"},
    .sweep = {axis("d", "dimension").geometric(16, 1024).standard(4096)},
    .measure = {"excess risk of the plug-in rule at uniform points of a Kuhn lattice, η uniform",
                Polarity::exact, simplicial_at(1)},
    .predict = theta({{"d", -0.5}})
                   .within(0.1)
                   .corrected_by(1, "Edgeworth's expansion of two binomial laws")
                   .because("the band of the law under a margin exponent"),
    .budget = {.first = 256,
               .quick = 32768,
               .standard = 65536,
               .cost = [](const Point& at) { return 50 + at["d"]; }},
    .corrected_by = "interpolation/simplicial-classification-margin-exponent-1",
    .expect = near(-1, 0.15),
    .remark = "It is the supremum over laws, one for each d, that is Θ(1/√d): "
              "interpolation/simplicial-classification. A uniform η already gives 1/d.",
}};

}  // namespace
}  // namespace asymptest::interpolation::simplicial_classification_margin_exponent_claim
