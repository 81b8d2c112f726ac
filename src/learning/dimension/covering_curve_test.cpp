#include "learning/dimension/covering_curve.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/random/stream.hpp"
#include "learning/dimension/dimension_estimates.hpp"
#include "learning/neighbours/distinct_points.hpp"

namespace asymptest::learning::covering_curve_test {
namespace {

/// Uniform on the unit circle.
Eigen::MatrixXd circle_points(Eigen::Index count) {
  Stream random({.suite_seed = 2, .claim = "covering-curve-test"});
  Eigen::MatrixXd points(2, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points.colwise().normalized();
}

TEST(CoveringCurve, HasTheClosedFormOfTheCircle) {
  // The nearest of N is at an arc of π/(N + 1) in the mean; its chord is shorter by O(N^-2).
  const CoveringCurve curve = covering_curve(circle_points(2000));
  ASSERT_EQ(curve.samples.back(), 1500);
  EXPECT_EQ(curve.held_out, 500);
  for (std::size_t j = 0; j < curve.samples.size(); ++j) {
    const double law = 3.141592653589793 / static_cast<double>(curve.samples[j] + 1);
    EXPECT_LT(std::abs(std::log(curve.distances[j].value / law)),
              3 * std::log(curve.distances[j].upper / curve.distances[j].value));
  }
  // Three half-widths of the 95 % interval, as above.
  EXPECT_NEAR(curve.exponent.value, -1, 3 * (curve.exponent.value - curve.exponent.lower));
  EXPECT_LT(curve.exponent.lower, curve.exponent.value);
  EXPECT_THAT([] { covering_curve(circle_points(255)); },
              testing::ThrowsMessage<std::invalid_argument>(
                  testing::HasSubstr("255 points, expected at least 256")));
}

TEST(DistinctPoints, LeavesOutCopiesAndWhatIsNotFinite) {
  Eigen::MatrixXd points{
      {1, 2, 1, NAN, 2, 0, 5}, {3, 4, 3, 1, 4, 7, INFINITY}, {9, 9, 9, 9, 9, 9, 9}};
  points(0, 2) = 1;
  const DistinctPoints found = distinct_points(points);
  EXPECT_THAT(found.indices, testing::ElementsAre(0, 1, 5));
  EXPECT_THAT(found.not_finite, testing::ElementsAre(3, 6));
  EXPECT_EQ(found.copies, 2);
  EXPECT_EQ(found.constant_coordinates, 1);
  EXPECT_EQ(found.points, points(Eigen::all, found.indices));
  EXPECT_EQ(distinct_points(Eigen::MatrixXd{{0.0, -0.0}}).copies, 1);
}

TEST(DimensionEstimates, AreTheSameWithAnyNumberOfThreads) {
  const Eigen::MatrixXd points = circle_points(1200);
  const int several_k[] = {3, 10};
  const auto one = dimension_estimates(points, several_k, 1);
  ASSERT_EQ(one.size(), 7U);
  const auto three = dimension_estimates(points, several_k, 3);
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].interval.dimension, three[i].interval.dimension);
    EXPECT_EQ(one[i].interval.lower, three[i].interval.lower);
    EXPECT_NEAR(one[i].interval.dimension, 1, 0.15) << one[i].method;
  }
  const int too_many[] = {301};
  EXPECT_THAT([&] { dimension_estimates(points, too_many); },
              testing::ThrowsMessage<std::invalid_argument>(
                  testing::HasSubstr("k = 301 of 1200 points, expected 2 to 300")));
}

}  // namespace
}  // namespace asymptest::learning::covering_curve_test
