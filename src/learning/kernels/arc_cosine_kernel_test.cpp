#include "learning/kernels/arc_cosine_kernel.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::arc_cosine_kernel_test {
namespace {

TEST(ArcCosineKernel, IsAnIntegralOverTheDirectionsAngle) {
  // v of length r and angle t in the plane: E r² = 2, and t is uniform. The integrand has kinks, so
  // that the trapezoidal rule errs by some 2π²/steps² = 2e-9.
  constexpr int steps = 100000;
  constexpr double quadrature_error = 1e-8;
  for (const double angle : {0.0, 0.3, 1.0, 2.0, 3.0}) {
    const Eigen::RowVector2d x(2, 0), z(std::cos(angle), std::sin(angle));
    double sum = 0;
    for (int k = 0; k < steps; ++k) {
      const double t = 2 * std::numbers::pi * k / steps;
      const Eigen::RowVector2d v(std::cos(t), std::sin(t));
      sum += std::max(v.dot(x), 0.0) * std::max(v.dot(z), 0.0);
    }
    EXPECT_NEAR(arc_cosine_kernel(x, z)(0, 0), 2 * sum / steps, quadrature_error) << angle;
  }
}

TEST(ArcCosineKernel, IsTheMeanOfReluFeatures) {
  Stream random({.suite_seed = 1, .claim = "arc-cosine-kernel"});
  const Eigen::Index m = 20000;
  Eigen::MatrixXd points(4, 3), directions(m, 3);
  for (double& entry : points.reshaped()) entry = random.normal();
  for (double& entry : directions.reshaped()) entry = random.normal();
  points.rowwise().normalize();
  const Eigen::MatrixXd features = (points * directions.transpose()).cwiseMax(0);
  const Eigen::MatrixXd found = features * features.transpose() / static_cast<double>(m);
  // A product has the second moment of a fourth power of half of a normal variate at most, 3/2:
  // five standard errors.
  const double slack = 5 * std::sqrt(1.5 / static_cast<double>(m));
  EXPECT_LT((found - arc_cosine_kernel(points, points)).cwiseAbs().maxCoeff(), slack);
}

TEST(ArcCosineKernel, RefusesOtherCoordinates) {
  const Eigen::MatrixXd points = Eigen::MatrixXd::Ones(2, 3);
  EXPECT_THROW(arc_cosine_kernel(points, points.leftCols(2)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::arc_cosine_kernel_test
