#include "learning/smoothness/bump_interpolant.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "asymptest/random/stream.hpp"
#include "learning/smoothness/lipschitz.hpp"

namespace asymptest::learning::bump_interpolant_test {
namespace {

/// A few dozen roundings of numbers of order one.
constexpr double rounding = 1e-15;

Eigen::MatrixXd normal_points(Eigen::Index dimension, Eigen::Index count, std::uint64_t trial) {
  Stream random({.suite_seed = 1, .claim = "bumps", .point = "", .trial = trial});
  Eigen::MatrixXd points(dimension, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points;
}

Eigen::VectorXd alternating(Eigen::Index count) {
  Eigen::VectorXd labels(count);
  for (Eigen::Index i = 0; i < count; ++i) labels(i) = i % 2 == 0 ? 1 : -1;
  return labels;
}

TEST(BumpInterpolant, TakesTheLabelsAndFallsLinearly) {
  Eigen::MatrixXd points(2, 2);
  points << 0, 4, 0, 3;
  const BumpInterpolant bumps(points, Eigen::Vector2d(1, -1), 2.5);
  EXPECT_DOUBLE_EQ(bumps.at(points.col(0)), 1);
  EXPECT_DOUBLE_EQ(bumps.at(points.col(1)), -1);
  EXPECT_NEAR(bumps.at(Eigen::Vector2d(2, 1.5)), 0, rounding);
  EXPECT_DOUBLE_EQ(bumps.at(Eigen::Vector2d(0, -1)), 1 - 1 / 2.5);
  EXPECT_EQ(bumps.at(Eigen::Vector2d(0, -3)), 0);
}

TEST(LeastSeparation, IsWhatAScanFinds) {
  const Eigen::MatrixXd points = normal_points(4, 30, 1);
  double least = 1e9;
  for (Eigen::Index i = 0; i < 30; ++i) {
    for (Eigen::Index j = 0; j < i; ++j) {
      least = std::min(least, (points.col(i) - points.col(j)).norm());
    }
  }
  EXPECT_NEAR(least_separation(points), least, rounding);
}

TEST(BumpLipschitzConstant, IsNeverPassedAndIsAttained) {
  const Eigen::MatrixXd points = normal_points(3, 12, 2), probes = normal_points(3, 400, 3);
  const double bound = bump_lipschitz_constant(points), radius = least_separation(points) / 2;
  const BumpInterpolant bumps(points, alternating(12), radius);
  Eigen::VectorXd values(probes.cols());
  for (Eigen::Index i = 0; i < probes.cols(); ++i) values(i) = bumps.at(probes.col(i));
  EXPECT_LE(least_lipschitz_constant(probes, values), bound * (1 + 1e-12));
  const Eigen::Vector3d foot = points.col(0) + Eigen::Vector3d(radius, 0, 0);
  EXPECT_NEAR((bumps.at(points.col(0)) - bumps.at(foot)) / radius, bound, rounding);
}

TEST(BumpInterpolant, RefusesWhatIsNoBump) {
  EXPECT_THAT([] { BumpInterpolant(Eigen::MatrixXd::Ones(2, 1), Eigen::Vector2d(1, 1), 1); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("2 labels")));
  EXPECT_THAT([] { least_separation(Eigen::MatrixXd::Ones(2, 1)); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("1 points")));
}

}  // namespace
}  // namespace asymptest::learning::bump_interpolant_test
