#include "learning/smoothness/projected_lipschitz.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/random/stream.hpp"
#include "learning/smoothness/lipschitz.hpp"

namespace asymptest::learning::projected_lipschitz_test {
namespace {

Eigen::MatrixXd normal_points(Eigen::Index dimension, Eigen::Index count, std::uint64_t trial) {
  Stream random({.suite_seed = 1, .claim = "projected", .point = "", .trial = trial});
  Eigen::MatrixXd points(dimension, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points;
}

TEST(ProjectedSquaredLipschitz, IsThatOfTheLeadingCoordinates) {
  const Eigen::MatrixXd points = normal_points(12, 9, 1);
  const Eigen::VectorXd values = normal_points(9, 1, 2);
  const Eigen::VectorXd squares = projected_squared_lipschitz(points, values);
  for (Eigen::Index used = 1; used <= 12; ++used) {
    const double whole = least_lipschitz_constant(points.topRows(used), values);
    EXPECT_NEAR(squares(used - 1), whole * whole, 1e-12 * whole * whole) << used;
  }
}

TEST(LeastSmoothCoordinates, AreTheFirstThatSuffice) {
  const Eigen::MatrixXd points = normal_points(40, 7, 3);
  const Eigen::VectorXd values = normal_points(7, 1, 4);
  const Eigen::VectorXd squares = projected_squared_lipschitz(points, values);
  for (const Eigen::Index used : {1, 5, 40}) {
    EXPECT_EQ(least_smooth_coordinates(points, values, squares(used - 1)), used);
  }
}

TEST(LeastSmoothCoordinates, RefuseWhatTheyCannotReach) {
  const Eigen::MatrixXd points = Eigen::MatrixXd::Zero(3, 2);
  EXPECT_EQ(projected_squared_lipschitz(points, Eigen::Vector2d(0, 1))(2),
            std::numeric_limits<double>::infinity());
  EXPECT_THAT([&] { least_smooth_coordinates(points, Eigen::Vector2d(0, 1), 9); },
              testing::ThrowsMessage<std::domain_error>(testing::HasSubstr("all 3 leave")));
  EXPECT_THAT([&] { least_smooth_coordinates(points, Eigen::Vector3d(0, 1, 2), 9); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("3 values")));
}

}  // namespace
}  // namespace asymptest::learning::projected_lipschitz_test
