#include "asymptest/claim/registry.hpp"
#include "learning/dimension/sphere_likelihood_law.hpp"
#include "trials/dimension_trials.hpp"

namespace asymptest::scaling::intrinsic_dimension_sphere_claim {
namespace {

constexpr int ten = 10;

double law_on_sphere(const Point& at) {
  return learning::sphere_likelihood_law(static_cast<int>(at.count("d")),
                                         static_cast<int>(at.count("N")), ten);
}

/// Half of the points are on a great circle.
Eigen::MatrixXd sphere_and_circle(const Point& at, Stream& random) {
  Eigen::MatrixXd points = points_of_sphere(at, random);
  auto half = points.leftCols(points.cols() / 2);
  half.bottomRows(half.rows() - 2).setZero();
  half.colwise().normalize();
  return points;
}

/// Radii uniform on (1/2, 3/2): a shell of dimension d + 1.
Eigen::MatrixXd thick_shell(const Point& at, Stream& random) {
  Eigen::MatrixXd points = points_of_sphere(at, random);
  Stream radii = random.substream("radii");
  for (Eigen::Index i = 0; i < points.cols(); ++i) points.col(i) *= radii.uniform(0.5, 1.5);
  return points;
}

const Registered intrinsic_dimension_sphere{{
    .id = "scaling/intrinsic-dimension-sphere",
    .title = "Maximum likelihood reads the dimension of a sphere, with the bias of its curvature",
    .statement = R"(\mathbb{E}\,\frac{1}{\hat d} = \frac12\,\mathbb{E}\int_0^1
        \frac{F(s_{(k)} v)}{F(s_{(k)})}\,\frac{dv}{v}, \qquad
        F = \mathrm{Beta}\left(\tfrac d2, \tfrac d2\right), \quad k = 10)",
    .source = {"Levina, Bickel 2005; MacKay, Ghahramani 2005",
               "average of the reciprocals, with the exact law of chords on S^d"},
    .assumes = {"the points lie on the sphere", "the points have one dimension"},
    .sweep = {axis("d", "dimension of the sphere").listed({1, 2, 4, 8, 16}),
              axis("N", "points").listed({256, 512})},
    .measure = {"mean over N points of the mean log ratio of the 10th neighbour's distance to "
                "those of the nearer ones",
                Polarity::exact, likelihood_reciprocal(points_of_sphere, ten)},
    .predict = equals(law_on_sphere)
                   .within(0.03)
                   .rival(1 / (16 * learning::sphere_likelihood_law(16, 256, ten)) - 1,
                          "1/d itself, the curvature forgotten, d = 16, N = 256")
                   .because("a quarter of what a dimension more or less makes at d = 8, and of the "
                            "curvature's share at d = 16"),
    .budget = {.first = 32, .quick = 512, .standard = 4096, .full = 16384},
    .controls = {{.name = "thick-shell",
                  .breaks = "the points lie on the sphere",
                  .expect = below(-0.1),
                  .trial = likelihood_reciprocal(thick_shell, ten),
                  .remark = "d + 1 dimensions: half of the reciprocal at d = 1"},
                 {.name = "circle-within",
                  .breaks = "the points have one dimension",
                  .expect = above(0.1),
                  .trial = likelihood_reciprocal(sphere_and_circle, ten),
                  .remark = "the reciprocals 1/d and 1 are averaged"}},
    .remark = "d = 2 has no bias at any N, since the area of a cap is that of a flat disc of the "
              "same chord (Archimedes).",
}};

}  // namespace
}  // namespace asymptest::scaling::intrinsic_dimension_sphere_claim
