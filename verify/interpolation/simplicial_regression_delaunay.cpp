#include "asymptest/claim/registry.hpp"
#include "trials/delaunay_trials.hpp"

namespace asymptest::interpolation::simplicial_regression_delaunay_claim {
namespace {

/// Where controls differ by more, the larger d is, that must be at the d which they state.
Sweep to_32() { return {axis("d", "dimension").geometric(2, 32)}; }

const Registered regression_delaunay{{
    .id = "interpolation/simplicial-regression-delaunay",
    .title = "On the Delaunay triangulation of random points the noise part is 2σ²/(d+2)",
    .statement = R"(\mathbb{E}\Bigl(\sum_{v} \lambda_v(x)\,\varepsilon_v\Bigr)^2
        = \frac{2\sigma^2}{d+2} \quad \text{for } x \text{ uniform in the hull of } x_1, \dots, x_n)",
    .source = {"Belkin, Hsu, Mitra 2018, arXiv:1806.05161", "section 3"},
    .assumes = {"the query is uniform in the hull",
                "the label noise is independent between samples"},
    .sweep = {axis("d", "dimension").geometric(2, 32).standard(128)},
    .measure = {"squared error due to unit noise at a uniform point of the hull of 8(d + 1) random "
                "samples, given the points",
                Polarity::exact, delaunay_noise_part},
    .predict = equals([](const Point& at) { return 2 / (at["d"] + 2); })
                   .within(0.03)
                   .rival(1.0 / 3, "2/(d + 1) at d = 2")
                   .rival(-0.5, "1/(d + 1) for d → ∞: equal weights")
                   .because("two bands stay clear of 2/(d + 1) up to d = 15, of 1/(d + 1) always"),
    .budget = {.first = 128,
               .quick = 8192,
               .standard = 16384,
               .cost = [](const Point& at) { return 50 + at["d"] * at["d"]; }},
    .controls = {{.name = "query-at-the-centre",
                  .breaks = "the query is uniform in the hull",
                  .expect = near(-16.0 / 33, 1e-6),
                  .trial =
                      [](const Point& at, Stream& random) {
                        learning::DelaunaySimplex simplex = located_query(at, random);
                        for (double& weight : simplex.weights) weight = 1 / (at["d"] + 1);
                        return learning::noise_variance(simplex);
                      },
                  .sweep = to_32(),
                  .remark = "1/(d + 1) in each simplex, −d/(2d + 2): the most at d = 32"},
                 {.name = "one-error-for-all",
                  .breaks = "the label noise is independent between samples",
                  .expect = near(16, 4),
                  .trial =
                      [](const Point& at, Stream& random) {
                        Stream noise = random.substream("noise");
                        const auto simplex = located_query(at, random);
                        double squares = 0;
                        for (int i = 0; i < 64; ++i) {
                          const double error = noise.normal();
                          double sum = 0;
                          for (const double weight : simplex.weights) sum += weight * error;
                          squares += sum * sum / 64;
                        }
                        return squares;
                      },
                  .sweep = to_32(),
                  .remark = "never averaged out: 1, which is d/2 off, the most at d = 32"}},
    .remark =
        "Samples: the corners of a simplex and uniform points of it, so that the hull is known "
        "and a uniform query is inside. At any n: given its Delaunay simplex, the query is "
        "uniform there. The simplex is found by linear programming.",
}};

}  // namespace
}  // namespace asymptest::interpolation::simplicial_regression_delaunay_claim
