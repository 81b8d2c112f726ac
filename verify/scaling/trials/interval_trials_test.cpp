#include "interval_trials.hpp"

#include <gtest/gtest.h>

#include "asymptest/random/stream.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::interval_trials_test {
namespace {

const Point circle{{"d", 1}, {"N", 256}};

double share_that_hold(Estimator estimator, double dimension) {
  return trial_mean("interval-trials-test",
                    interval_holds(estimator, 5, points_of_circles,
                                   [dimension](const Point&) { return dimension; }),
                    circle, 24);
}

TEST(IntervalHolds, TheDimensionNearlyAlwaysAndNoOther) {
  for (const Estimator estimator : {Estimator::likelihood, Estimator::two_nearest,
                                    Estimator::correlation, Estimator::directions}) {
    // Fewer than 15 of 24 at a coverage of 90 % have a chance below 1e-5.
    EXPECT_GE(share_that_hold(estimator, 1), 15.0 / 24) << static_cast<int>(estimator);
    EXPECT_EQ(share_that_hold(estimator, 1.9), 0) << static_cast<int>(estimator);
    EXPECT_EQ(share_that_hold(estimator, 0.3), 0) << static_cast<int>(estimator);
  }
}

TEST(PointsOfCircles, AreOnThem) {
  Stream random({.claim = "interval-trials-test"});
  const Eigen::MatrixXd points = points_of_circles(Point{{"d", 3}, {"N", 5}}, random);
  ASSERT_EQ(points.rows(), 6);
  for (const auto point : points.colwise()) {
    for (Eigen::Index axis = 0; axis < 3; ++axis) {
      EXPECT_NEAR(point[axis] * point[axis] + point[axis + 3] * point[axis + 3], 1, 1e-14);
    }
  }
}

}  // namespace
}  // namespace asymptest::scaling::interval_trials_test
