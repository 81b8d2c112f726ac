#include "learning/tasks/sphere_points.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::learning::optimisation::sphere_points_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

/// Some dozen roundings of numbers of order one.
constexpr double rounding = 1e-13;

Stream stream(std::uint64_t trial) { return Stream({1, "sphere-points-test", "", trial}); }

TEST(SpherePoints, HaveOneLengthAndNoPreferredDirection) {
  constexpr Index dimension = 4, count = 4096;
  const MatrixXd points = sphere_points(dimension, count, stream(0));
  ASSERT_EQ(points.rows(), dimension);
  ASSERT_EQ(points.cols(), count);
  EXPECT_NEAR(points.colwise().squaredNorm().minCoeff(), dimension, rounding);
  EXPECT_NEAR(points.colwise().squaredNorm().maxCoeff(), dimension, rounding);
  // E x = 0 and E xxᵀ = I. For d = 4, x_i² and x_i have the variance 1, x_i·x_j less: five standard
  // errors.
  const double tolerance = 5 / std::sqrt(static_cast<double>(count));
  EXPECT_LT(points.rowwise().mean().cwiseAbs().maxCoeff(), tolerance);
  const MatrixXd moments = points * points.transpose() / static_cast<double>(count);
  EXPECT_LT((moments - MatrixXd::Identity(dimension, dimension)).cwiseAbs().maxCoeff(), tolerance);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::sphere_points_test
