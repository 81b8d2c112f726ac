#include "asymptest/claim/registry.hpp"
#include "learning/interpolation/simplicial_vote.hpp"
#include "trials/classification_trials.hpp"
#include "trials/delaunay_trials.hpp"

namespace asymptest::interpolation::simplicial_classification_delaunay_claim {
namespace {

double worst_law(const Point& at) {
  return learning::plug_in_excess_law(at.count("d"), worst_noise(at));
}

const Registered classification_delaunay{{
    .id = "interpolation/simplicial-classification-delaunay",
    .title = "On random points, too, the simplicial classifier's worst excess risk is 0.240/√d",
    .statement = R"(\mathbb{E}\bigl[R(\hat f_{\mathrm{simp}}) - R^*\bigr]
        = (1-2q)\,P\bigl(\mathrm{Bin}(d,\tfrac12) < \mathrm{Bin}(d+1,q)\bigr)
        \sim \frac{2c\,\Phi(-\sqrt2 c)}{\sqrt d}, \quad q = \tfrac12 - c/\sqrt d)",
    .source = {"Belkin, Hsu, Mitra 2018, arXiv:1806.05161", "section 3, made exact"},
    .assumes = {"the query is uniform in the hull", "the labels are independent between samples"},
    .sweep = {axis("d", "dimension").geometric(2, 32).standard(128)},
    .measure = {"excess risk of the plug-in rule on the Delaunay triangulation of 8(d + 1) random "
                "samples, labels drawn at q = 1/2 − 0.5316/√d",
                Polarity::exact, delaunay_excess_at_worst},
    .predict = equals(worst_law)
                   .within(0.08)
                   .rival(-0.36, "Φ(−2c) for Φ(−√2 c): equal weights, d → ∞")
                   .because("less than a quarter of the way to equal weights, as d → ∞"),
    .budget = {.first = 128,
               .quick = 8192,
               .standard = 16384,
               .cost = [](const Point& at) { return 50 + at["d"] * at["d"]; }},
    .controls = {{.name = "one-label-for-all",
                  .breaks = "the labels are independent between samples",
                  .expect =
                      near(worst_noise(Point{{"d", 32}}) / learning::chance_of_wrong_plug_in(
                                                               32, worst_noise(Point{{"d", 32}})) -
                               1,
                           0.15),
                  .trial =
                      [](const Point& at, Stream& random) {
                        Stream labels = random.substream("labels");
                        const auto simplex = located_query(at, random);
                        const double q = worst_noise(at);
                        double wrong = 0;
                        for (int i = 0; i < 64; ++i) {
                          const double label = labels.uniform() < q ? 1 : 0;
                          double vote = 0;
                          for (const double weight : simplex.weights) vote += weight * label;
                          wrong += vote > 0.5 ? 1.0 / 64 : 0;
                        }
                        return (1 - 2 * q) * wrong;
                      },
                  .sweep = Sweep{axis("d", "dimension").geometric(2, 32)},
                  .remark = "q/P(wrong) − 1, the most at d = 32"}},
    .remark =
        "As for interpolation/simplicial-regression-delaunay; outside of the hull there is no "
        "prediction.",
}};

}  // namespace
}  // namespace asymptest::interpolation::simplicial_classification_delaunay_claim
