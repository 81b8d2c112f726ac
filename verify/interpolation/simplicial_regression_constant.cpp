#include <algorithm>

#include "asymptest/claim/registry.hpp"
#include "trials/simplicial_trials.hpp"

namespace asymptest::interpolation::simplicial_regression_constant_claim {
namespace {

/// As many points as make a trial of every dimension about equally precise: the relative spread
/// of Σλ² at one point is 1/√d.
std::int64_t points_at(const Point& at) { return std::max<std::int64_t>(1, 4096 / at.count("d")); }

double noise_at_points(const Point& at, Stream& random) {
  return mean_noise_part(at, points_at(at), random);
}

double law(const Point& at) { return 2 / (at["d"] + 2); }

const Registered simplicial_regression_constant{{
    .id = "interpolation/simplicial-regression-constant",
    .title = "The noise part of simplicial interpolation is 2σ²/(d+2)",
    .statement = R"(\mathbb{E}\bigl(\hat f_{\mathrm{simp}}(x) - f^*(x)\bigr)^2
        \to \frac{2\sigma^2}{d+2} \quad (n \to \infty))",
    .source = {"Belkin, Hsu, Mitra 2018, arXiv:1806.05161", "section 3"},
    .assumes = {"the query is uniform in its simplex",
                "the label noise is independent between samples"},
    .sweep = {axis("d", "dimension").geometric(2, 4096).standard(16384)},
    .measure = {"squared error due to unit noise at uniform points of a Kuhn lattice, given the "
                "points",
                Polarity::exact, noise_at_points},
    .predict = equals(law)
                   .within(0.01)
                   .rival(1.0 / 3, "2/(d + 1) at d = 2")
                   .because("2/(d + 1) is off by more than two bands for every d below 49"),
    .controls = {{.name = "query-at-the-centre",
                  .breaks = "the query is uniform in its simplex",
                  .expect = below(-0.2),
                  .trial = [](const Point& at, Stream&) { return 1 / (at["d"] + 1); },
                  .remark = "equal weights, the least that the noise can do: 1/(d + 1)"},
                 {.name = "noise-shared-within-a-cell",
                  .breaks = "the label noise is independent between samples",
                  .expect = near(0.1 * 4098 / 2 - 0.1, 10)
                                .because("0.1·(d + 2)/2 − 0.1, the most at d = 4096"),
                  .trial =
                      [](const Point& at, Stream& random) {
                        constexpr double shared = 0.1;
                        return shared + (1 - shared) * noise_at_points(at, random);
                      },
                  .sweep = Sweep{axis("d", "dimension").geometric(2, 4096)}}},
    .remark = "The weights are Dirichlet(1, …, 1), so each of the d + 1 has the second moment "
              "2/((d+1)(d+2)): proof/simplicial.",
}};

}  // namespace
}  // namespace asymptest::interpolation::simplicial_regression_constant_claim
