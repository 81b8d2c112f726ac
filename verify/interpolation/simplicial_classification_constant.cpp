#include "asymptest/claim/registry.hpp"
#include "learning/interpolation/simplicial_vote.hpp"
#include "trials/classification_trials.hpp"

namespace asymptest::interpolation::simplicial_classification_constant_claim {
namespace {

double worst_excess(const Point& at) {
  return learning::plug_in_excess_law(at.count("d"), worst_noise(at));
}

/// What one label that decides alone makes of it: (1 − 2q)q at the same law.
double one_label_deviation(double d) {
  const double q = worst_noise(Point{{"d", d}});
  return q / learning::chance_of_wrong_plug_in(static_cast<std::int64_t>(d), q) - 1;
}

const Registered simplicial_classification_constant{{
    .id = "interpolation/simplicial-classification-constant",
    .title = "The worst excess risk of the simplicial classifier is 0.240/√d",
    .statement = R"(\mathbb{E}\bigl[R(\hat f_{\mathrm{simp}}) - R^*\bigr]
        = (1-2q)\,P\bigl(\mathrm{Bin}(d,\tfrac12) < \mathrm{Bin}(d+1,q)\bigr)
        \sim \frac{2c\,\Phi(-\sqrt2 c)}{\sqrt d}, \quad q = \tfrac12 - c/\sqrt d)",
    .source = {"Belkin, Hsu, Mitra 2018, arXiv:1806.05161", "section 3, made exact"},
    .assumes = {"the query is uniform in its simplex",
                "the labels of a cell's vertices are independent"},
    .sweep = {axis("d", "dimension").geometric(4, 1024, 4).standard(16384)},
    .measure = {"excess risk of the plug-in rule at uniform points of a Kuhn lattice, labels drawn "
                "at q = 1/2 − 0.5316/√d",
                Polarity::exact, simplicial_excess_at_worst},
    .predict = equals(worst_excess)
                   .within(0.04)
                   .rival(-0.3635, "Φ(−2c) for Φ(−√2 c): equal weights")
                   .because("a ninth of the way to equal weights, as d → ∞"),
    .budget = {.first = 256,
               .quick = 16384,
               .standard = 32768,
               .full = 65536,
               .cost = [](const Point& at) { return 50 + at["d"]; }},
    .controls = {{.name = "query-at-the-centre",
                  .breaks = "the query is uniform in its simplex",
                  // P(2 Bin(d + 1, q) > d + 1) against P(Bin(d, 1/2) < Bin(d + 1, q)) at d = 1024.
                  .expect = near(-0.3635, 0.06),
                  .trial =
                      [](const Point& at, Stream& random) {
                        const std::vector<double> equal(at.count("d") + 1, 1 / (at["d"] + 1));
                        const double q = worst_noise(at);
                        return (1 - 2 * q) * (learning::wrong_plug_in(equal, q, random) ? 1 : 0);
                      },
                  .sweep = Sweep{axis("d", "dimension").listed({256, 1024})},
                  .remark = "the majority of the labels: Φ(−2c)/Φ(−√2 c) − 1 = −0.3635"},
                 {.name = "one-label-a-cell",
                  .breaks = "the labels of a cell's vertices are independent",
                  .expect = near(one_label_deviation(1024), 0.1),
                  .trial =
                      [](const Point& at, Stream& random) {
                        const double q = worst_noise(at);
                        return (1 - 2 * q) *
                               (learning::wrong_plug_in(std::vector{1.0}, q, random) ? 1 : 0);
                      },
                  .sweep = Sweep{axis("d", "dimension").listed({1024})},
                  .remark = "q/P(wrong) − 1 there: it grows with the dimension"}},
}};

}  // namespace
}  // namespace asymptest::interpolation::simplicial_classification_constant_claim
