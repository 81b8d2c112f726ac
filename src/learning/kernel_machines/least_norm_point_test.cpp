#include "learning/kernel_machines/least_norm_point.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

namespace asymptest::learning::least_norm_point_test {
namespace {

using Eigen::MatrixXd;
using testing::ElementsAre;

/// Normal points about (shift, 0, …).
MatrixXd normal_points_about(double shift, Eigen::Index rows, Eigen::Index columns, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<double> normal;
  MatrixXd points = MatrixXd::NullaryExpr(rows, columns, [&] { return normal(random); });
  points.row(0).array() += shift;
  return points;
}

TEST(LeastNormPoint, IsTheFootOfThePerpendicular) {
  MatrixXd points(2, 3);
  points << 1, 1, 5,  //
      -1, 3, 0;
  const LeastNormPoint least = least_norm_point(points);
  EXPECT_TRUE(least.point.isApprox(Eigen::Vector2d(1, 0), 1e-12));
  EXPECT_THAT(least.support, ElementsAre(0, 1));
  EXPECT_TRUE(least.weights.isApprox(Eigen::Vector2d(0.75, 0.25), 1e-12));
}

TEST(LeastNormPoint, OfOnePointIsThatPoint) {
  const LeastNormPoint least = least_norm_point(Eigen::Vector3d(1, 2, 3));
  EXPECT_EQ(least.point, Eigen::Vector3d(1, 2, 3));
  EXPECT_THAT(least.support, ElementsAre(0));
}

/// The conditions of Karush, Kuhn and Tucker, which hold at the least-norm point alone.
TEST(LeastNormPoint, HasAllPointsBeyondItsPlane) {
  constexpr double rounding = 1e-12;  // of a sum of at most 13 weights, thousands of units
  for (unsigned seed = 0; seed < 50; ++seed) {
    const MatrixXd points = normal_points_about(4, 1 + seed % 12, 40, seed);
    if (points.rows() < 2 && points.minCoeff() <= 0) continue;
    const LeastNormPoint least = least_norm_point(points);
    const double square = least.point.squaredNorm();
    EXPECT_GE((points.transpose() * least.point).minCoeff(), square - 1e-9);
    EXPECT_GT(least.weights.minCoeff(), 0);
    EXPECT_NEAR(least.weights.sum(), 1, rounding);
    EXPECT_TRUE((points(Eigen::all, least.support) * least.weights).isApprox(least.point, 1e-9));
    EXPECT_LE(least.weights.size(), points.rows() + 1);
  }
}

TEST(LeastNormPoint, RefusesAHullThatHoldsTheOrigin) {
  MatrixXd points(1, 2);
  points << -1, 2;
  EXPECT_THROW(least_norm_point(points), std::domain_error);
  EXPECT_THROW(least_norm_point(normal_points_about(0, 2, 64, 1)), std::domain_error);
  EXPECT_THROW(least_norm_point(MatrixXd(2, 0)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::least_norm_point_test
