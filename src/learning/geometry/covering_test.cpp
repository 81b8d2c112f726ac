#include "learning/geometry/covering.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace asymptest::learning::covering_test {
namespace {

constexpr double few_ulps = 8 * std::numeric_limits<double>::epsilon();

Stream stream() { return Stream({.suite_seed = 1, .claim = "covering"}); }

/// A law that is one point.
PointLaw point_at(double x) {
  return [x](Eigen::Index count, Stream&) { return Eigen::MatrixXd::Constant(1, count, x).eval(); };
}

TEST(MeanCoveringDistance, GoesFromTheFreshPointsToTheSamplesInTheGivenMetric) {
  const PointLaw samples = point_at(0.125), fresh = point_at(0.875);
  EXPECT_DOUBLE_EQ(mean_covering_distance(samples, 3, fresh, 5, Metric::euclidean, stream()), 0.75);
  EXPECT_DOUBLE_EQ(mean_covering_distance(samples, 3, fresh, 5, Metric::flat_torus, stream()),
                   0.25);
}

TEST(MeanCoveringDistance, DrawsSamplesAndFreshPointsIndependently) {
  EXPECT_GT(mean_covering_distance(torus_law(2), 50, 50, Metric::flat_torus, stream()), 0);
}

TEST(MeanCoveringDistance, DoesNotMoveTheSamplesWhenMoreFreshPointsAreDrawn) {
  Eigen::MatrixXd seen_first, seen_then;
  const auto recording = [](Eigen::MatrixXd& seen) {
    return
        [&seen](Eigen::Index count, Stream& random) { return seen = torus_law(2)(count, random); };
  };
  mean_covering_distance(recording(seen_first), 9, torus_law(2), 1, Metric::flat_torus, stream());
  mean_covering_distance(recording(seen_then), 9, torus_law(2), 8, Metric::flat_torus, stream());
  EXPECT_EQ(seen_first, seen_then);
}

TEST(SheetLaw, IsAGraphOverTheOtherCoordinates) {
  Stream random = stream();
  const Eigen::MatrixXd points = sheet_law(3)(100, random);
  ASSERT_EQ(points.rows(), 3);
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    const double height = 0.5 + 0.25 * std::sin(2 * std::numbers::pi * points(0, i));
    EXPECT_NEAR(points(2, i), height, few_ulps);
  }
  EXPECT_THAT([&] { sheet_law(1); }, testing::ThrowsMessage<std::invalid_argument>(
                                         testing::HasSubstr("sheet: dimension is 1")));
}

}  // namespace
}  // namespace asymptest::learning::covering_test
