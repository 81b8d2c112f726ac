#include "asymptest/claim/registry.hpp"
#include "trials/covering_trials.hpp"

namespace asymptest::covering::covering_mean_torus_3_claim {
namespace {

using learning::torus_law;

Eigen::MatrixXd draws_of_atoms(Eigen::Index count, Stream& random) {
  constexpr Eigen::Index atoms = 16;
  const Eigen::MatrixXd support = torus_law(3)(atoms, random);
  Eigen::MatrixXd points(3, count);
  for (Eigen::Index i = 0; i < count; ++i) {
    points.col(i) = support.col(static_cast<Eigen::Index>(random.below(atoms)));
  }
  return points;
}

const Registered mean_torus_3{{
    .id = "covering/covering-mean-torus-3",
    .title = "A fresh point of the 3-torus is N^(-1/3) away from its nearest sample",
    .statement = R"(\mathbb{E}\,\delta_N = \Theta(N^{-1/d}), \qquad d = 3)",
    .source = {"Sharma, Kaplan 2020, arXiv:2004.10802", "section 2"},
    .assumes = {"the samples are independent", "the support has dimension d",
                "the fresh point follows the law of the samples"},
    .sweep = {axis("N", "samples").geometric(128, 8192).standard(1 << 20)},
    .measure = {"mean distance of 512 fresh points of the torus to their nearest of N samples",
                Polarity::exact, distance_within(torus_law(3))},
    .predict = theta({{"N", -1.0 / 3}})
                   .within(0.03)
                   .rival(-1.0 / 2, "a surface, d = 2")
                   .rival(-1.0 / 4, "d = 4")
                   .corrected_by(1, "Stirling's series of N!/Γ(N + 1 + 1/d)")
                   .because("two bands must not reach the nearest rival exponent, 1/4"),
    .controls =
        {{.name = "duplicates",
          .breaks = "the samples are independent",
          .expect = near(-1.0 / 6, 0.08),
          .trial = distance_to(duplicated_torus_law(3), torus_law(3)),
          .sweep = square_sizes(),
          .correction = Correction{0.5, "Stirling's series in the √N distinct points"},
          .remark = "each of √N points comes √N times: copies cover nothing"},
         {.name = "sheet",
          .breaks = "the support has dimension d",
          .expect = near(-1.0 / 2, 0.05),
          .trial = distance_within(learning::sheet_law(3)),
          .correction =
              Correction{1,
                         "curvature, the next even power of the distance, and Stirling's series"},
          .remark = "a surface in the torus: N^(-1/(d-1))"},
         {.name = "atoms",
          .breaks = "the fresh point follows the law of the samples",
          .expect = near(0, 0.05),
          .trial = distance_to(draws_of_atoms, torus_law(3)),
          .correction =
              Correction{1,
                         "an atom without samples has the chance (15/16)^N, less than any power"},
          .remark = "samples on 16 atoms never come nearer to a point between them"}},
    .remark = "A torus rather than a cube, whose boundary adds a term in N^(-2/d).",
}};

}  // namespace
}  // namespace asymptest::covering::covering_mean_torus_3_claim
