#include "asymptest/inference/fit/separable/exponent_profile.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::exponent_profile_test {
namespace {

constexpr double found = 1e-6;  // of a flat minimum, half of a double's digits; of a bisection, all

ExponentProfile parabola() {
  return {[](double a) { return 2 + 100 * (a - 0.123) * (a - 0.123); }, 4, 0.1};
}

TEST(ExponentProfile, FindsTheLeastMisfitBetweenNodes) {
  EXPECT_NEAR(parabola().exponent(), 0.123, found);
  EXPECT_NEAR(parabola().misfit(), 2, found);
}

TEST(ExponentProfile, EndsWhereTheMisfitCrossesTheLimit) {
  const Bounds wide = parabola().within(11), narrow = parabola().within(2.01);
  EXPECT_NEAR(wide.lower, 0.123 - 0.3, found);
  EXPECT_NEAR(wide.upper, 0.123 + 0.3, found);
  EXPECT_NEAR(narrow.lower, 0.123 - 0.01, found) << "narrower than the grid";
}

TEST(ExponentProfile, IsTheHullOfSeveralValleys) {
  const ExponentProfile two([](double a) { return std::pow(a * a - 1, 2); }, 4, 0.1);
  EXPECT_NEAR(two.within(0.01).lower, -std::sqrt(1.1), found);
  EXPECT_NEAR(two.within(0.01).upper, std::sqrt(1.1), found);
}

TEST(ExponentProfile, IsInfiniteWhereNothingEndsIt) {
  const ExponentProfile falling([](double a) { return std::exp(-a); }, 4, 0.1);
  EXPECT_TRUE(std::isinf(falling.within(1).upper));
  EXPECT_NEAR(falling.within(1).lower, 0, found);
}

}  // namespace
}  // namespace asymptest::exponent_profile_test
