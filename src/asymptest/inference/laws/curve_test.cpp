#include "asymptest/inference/laws/curve.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/testing/test_trials.hpp"

namespace asymptest::curve_test {
namespace {

/// A few operations in double precision.
constexpr double rounding = 1e-14;

std::vector<PointTrials> two_points() {
  return {{{{"p", 20}}, {4, 5, 6}}, {{{"p", 10}}, {1, 2, 3}}};
}

TEST(Curve, RunsInTheOrderOfItsAxis) {
  const Curve curve("p", Summary::mean, two_points());
  EXPECT_EQ(curve.position(0), 10);
  EXPECT_EQ(curve.value(0), 2);
  EXPECT_EQ(curve.value(1), 5);
  EXPECT_EQ(curve.scale(0, 1), 5);
}

TEST(Curve, ARiseBetweenEquallyNoisyPointsIsRootTwoAsUncertainAsEither) {
  const Curve curve("p", Summary::mean, two_points());
  const double reach = curve.at(0, 0.05).upper - curve.value(0);
  const Bounds rise = curve.rise(0, 1, 0.05);
  EXPECT_NEAR(rise.lower, 3 - std::sqrt(2.0) * reach, 10 * rounding);
  EXPECT_NEAR(rise.upper, 3 + std::sqrt(2.0) * reach, 10 * rounding);
}

TEST(Curve, MirroredItRunsUpsideDown) {
  const Curve curve("p", Summary::mean, two_points());
  const Curve mirrored = curve.mirrored();
  EXPECT_EQ(mirrored.value(1), -5);
  EXPECT_EQ(mirrored.at(1, 0.05).lower, -curve.at(1, 0.05).upper);
  EXPECT_NEAR(mirrored.rise(0, 1, 0.05).upper, -curve.rise(0, 1, 0.05).lower, rounding);
  EXPECT_EQ(mirrored.mirrored().value(1), 5);
}

TEST(Curve, RefusesDesignsThatAreNoLine) {
  const std::vector<PointTrials> plane{{{{"p", 1}, {"n", 1}}, {1}}, {{{"p", 2}, {"n", 2}}, {1}}};
  EXPECT_THROW(Curve("p", Summary::mean, plane), std::invalid_argument);
  const std::vector<PointTrials> twice{{{{"p", 1}}, {1}}, {{{"p", 1}}, {1}}};
  EXPECT_THROW(Curve("p", Summary::mean, twice), std::invalid_argument);
  EXPECT_THROW(Curve("p", Summary::mean, std::span(twice).first(1)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::curve_test
