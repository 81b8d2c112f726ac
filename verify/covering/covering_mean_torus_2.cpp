#include <numbers>

#include "asymptest/claim/registry.hpp"
#include "trials/covering_trials.hpp"

namespace asymptest::covering::covering_mean_torus_2_claim {
namespace {

using learning::torus_law;

Eigen::MatrixXd thickened(Eigen::Index count, Stream& random) {
  Eigen::MatrixXd points = torus_law(3)(count, random);
  points.row(2) = 0.5 + 0.25 * (points.row(2).array() - 0.5);
  return points;
}

Eigen::MatrixXd uneven(Eigen::Index count, Stream& random) {
  const Eigen::ArrayXXd points = torus_law(2)(count, random).array();
  return points + 0.1 * (2 * std::numbers::pi * points).sin();
}

const Registered mean_torus_2{{
    .id = "covering/covering-mean-torus-2",
    .title = "A fresh point of the 2-torus is N^(-1/2) away from its nearest sample",
    .statement = R"(\mathbb{E}\,\delta_N = \Theta(N^{-1/d}), \qquad d = 2)",
    .source = {"Sharma, Kaplan 2020, arXiv:2004.10802", "section 2"},
    .assumes = {"the samples are independent", "the support has dimension d"},
    .sweep = {axis("N", "samples").geometric(128, 8192).standard(1 << 20)},
    .measure = {"mean distance of 512 fresh points of the torus to their nearest of N samples",
                Polarity::exact, distance_within(torus_law(2))},
    .predict = theta({{"N", -1.0 / 2}})
                   .within(0.05)
                   .rival(-1.0, "a curve, d = 1")
                   .rival(-1.0 / 3, "a solid, d = 3")
                   .corrected_by(1, "Stirling's series of N!/Γ(N + 1 + 1/d)")
                   .because("less than a third of the gap to the nearest rival exponent, 1/3"),
    .controls = {{.name = "duplicates",
                  .breaks = "the samples are independent",
                  .expect = near(-1.0 / 4, 0.08),
                  .trial = distance_to(duplicated_torus_law(2), torus_law(2)),
                  .sweep = square_sizes(),
                  .correction = Correction{0.5, "Stirling's series in the √N distinct points"},
                  .remark = "each of √N points comes √N times: copies cover nothing"},
                 {.name = "sheet",
                  .breaks = "the support has dimension d",
                  .expect = near(-1, 0.1),
                  .trial = distance_within(learning::sheet_law(2)),
                  .correction =
                      Correction{
                          1,
                          "curvature, the next even power of the distance, and Stirling's series"},
                  .remark = "a curve in the torus: N^(-1/(d-1))"},
                 {.name = "thickened",
                  .breaks = "the support has dimension d",
                  .expect = near(-1.0 / 3, 0.07),
                  .trial = distance_within(thickened),
                  .remark = "noise across the torus, wider than the spacing of the samples: d + 1"},
                 {.name = "uneven-density",
                  .trial = distance_within(uneven),
                  .harmless = true,
                  .remark = "a density between 0.4 and 7 instead of 1 moves the constant alone"}},
    .remark = "A torus rather than a square, whose boundary adds a term in N^(-2/d).",
}};

}  // namespace
}  // namespace asymptest::covering::covering_mean_torus_2_claim
