#include "learning/features/relu_features.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::learning::relu_features_test {
namespace {

Stream stream() { return Stream({.suite_seed = 1, .claim = "relu-features"}); }

/// Sums of a few products of order one.
constexpr double rounding = 1e-14;

TEST(ReluFeatures, OfOppositePointsDifferByTheLinearOnes) {
  Stream random = stream();
  const Eigen::MatrixXd points = gaussian_design(3, 2, 1, random);
  const Eigen::MatrixXd directions = gaussian_design(5, 2, 1, random);
  const Eigen::MatrixXd difference =
      relu_features(points, directions) - relu_features(-points, directions);
  EXPECT_LT((difference - points * directions.transpose()).cwiseAbs().maxCoeff(), rounding);
  EXPECT_GE(relu_features(points, directions).minCoeff(), 0);
}

TEST(ArcCosineKernel, IsAnIntegralOverTheDirectionsAngle) {
  // v of length r and angle t in the plane: E r² = 2, and t is uniform. The integrand has kinks, so
  // that the trapezoidal rule errs by 1/steps².
  constexpr int steps = 100000;
  for (const double angle : {0.0, 0.3, 1.0, 2.0, 3.0}) {
    const Eigen::RowVector2d x(2, 0), z(std::cos(angle), std::sin(angle));
    double sum = 0;
    for (int k = 0; k < steps; ++k) {
      const double t = 2 * std::numbers::pi * k / steps;
      const Eigen::RowVector2d v(std::cos(t), std::sin(t));
      sum += std::max(v.dot(x), 0.0) * std::max(v.dot(z), 0.0);
    }
    EXPECT_NEAR(arc_cosine_kernel(x, z)(0, 0), 2 * sum / steps, 1e-8) << angle;
  }
}

TEST(ArcCosineKernel, IsTheMeanOfItsFeatures) {
  Stream random = stream();
  const Eigen::Index m = 20000;
  const Eigen::MatrixXd points = gaussian_design(4, 3, 1, random).rowwise().normalized();
  const Eigen::MatrixXd found =
      relu_feature_kernel(points, points, gaussian_design(m, 3, 1, random));
  // A product has the second moment of a fourth power of half of a normal variate at most, 3/2:
  // five standard errors.
  const double slack = 5 * std::sqrt(1.5 / static_cast<double>(m));
  EXPECT_LT((found - arc_cosine_kernel(points, points)).cwiseAbs().maxCoeff(), slack);
}

TEST(ReluFeatures, RefuseOtherCoordinates) {
  const Eigen::MatrixXd points = Eigen::MatrixXd::Ones(2, 3);
  EXPECT_THROW(relu_features(points, points.leftCols(2)), std::invalid_argument);
  EXPECT_THROW(arc_cosine_kernel(points, points.leftCols(2)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::relu_features_test
