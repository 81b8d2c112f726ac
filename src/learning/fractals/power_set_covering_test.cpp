#include "learning/fractals/power_set_covering.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

namespace asymptest::learning::power_set_covering_test {
namespace {

/// A few dozen roundings of numbers of order one.
constexpr double rounding = 1e-12;

/// By going over the points k^−a one by one, from the right, until 0 is covered too.
std::int64_t scanned(double exponent, double radius) {
  std::int64_t intervals = 1;
  double end = 1 - 2 * radius;
  for (double k = 2; end > 0; ++k) {
    const double point = std::pow(k, -exponent);
    if (point >= end) continue;
    ++intervals;
    end = point - 2 * radius;
  }
  return intervals;
}

TEST(IntervalsCoveringPowers, AreWhatAScanOverThePointsFinds) {
  for (const double exponent : {0.5, 1.0, 3.0}) {
    for (const double radius : {0.37, 0.11, 0.013, 0.0017}) {
      EXPECT_EQ(intervals_covering_powers(exponent, radius), scanned(exponent, radius))
          << exponent << ' ' << radius;
    }
  }
}

TEST(PowerSetCoveringRadius, IsTheLeastThatSuffices) {
  EXPECT_NEAR(power_set_covering_radius(1, 1), 0.5, rounding);
  // {1} and {1/2, 1/3, …, 0}.
  EXPECT_NEAR(power_set_covering_radius(1, 2), 0.25, rounding);
  const double radius = power_set_covering_radius(1, 20);
  EXPECT_LE(intervals_covering_powers(1, radius), 20);
  EXPECT_GT(intervals_covering_powers(1, radius * (1 - 1e-11)), 20);
}

TEST(PowerSetCoveringRadius, ComesToItsLimitForTheReciprocals) {
  double sum = 0;
  constexpr int terms = 1000000;
  for (int m = 1; m <= terms; ++m) sum += (std::sqrt(m) - std::sqrt(m - 1)) / m;
  sum += 1 / std::sqrt(terms);  // the rest is about Σ ½ m^(−3/2)
  const double count = 1 << 14;
  // N² r comes to its limit as N^(−1/2) at least: the last interval covers what is left at 0.
  const double distance_to_the_limit = 1 / std::sqrt(count);
  EXPECT_NEAR(power_set_covering_radius(1, 1 << 14) * count * count, sum * sum / 2,
              distance_to_the_limit);
}

TEST(PowerSetCovering, RefusesWhatIsNoCovering) {
  EXPECT_THAT([] { intervals_covering_powers(1, 0); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("the radius 0")));
  EXPECT_THAT([] { power_set_covering_radius(1, 0); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("0 intervals")));
}

}  // namespace
}  // namespace asymptest::learning::power_set_covering_test
