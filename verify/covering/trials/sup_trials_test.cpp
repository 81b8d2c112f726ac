#include "sup_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::covering::sup_trials_test {
namespace {

constexpr std::uint64_t trials = 4096;

double mean_of(const Trial& trial, const Point& at, std::uint64_t count = trials) {
  return trial_mean("sup-trials-test", trial, at, count);
}

TEST(CircleRadius, HasItsExactMean) {
  // r is the largest of N spacings, halved, whose variance is below that of an exponential's,
  // 1/4N².
  for (const double n : {1.0, 2.0, 50.0}) {
    const double error = 1.3 / (2 * n * std::sqrt(trials));
    EXPECT_NEAR(mean_of(circle_radius, {{"N", n}}), circle_radius_law({{"N", n}}), 5 * error);
  }
  EXPECT_DOUBLE_EQ(circle_radius_law({{"N", 4}}), (1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4) / 8);
}

TEST(CircleRadius, OfTwoCellsIsAnIntegral) {
  // Gaps g = (1 + v − u)/2 and 1 − g: E max(g, 1 − g) = ½ + E|v − u|/2 = 2/3, halved.
  EXPECT_NEAR(mean_of(circle_radius_of_cells, {{"N", 2}}), 1.0 / 3, 5 * 0.12 / std::sqrt(trials));
}

TEST(CircleRadius, OfAHalfIsThatOfTheEmptyHalf) {
  const double radius = mean_of(circle_radius_of_cells_in_a_half, {{"N", 100}});
  EXPECT_GT(radius, 0.25);
  EXPECT_LT(radius, 0.26);
  // Three quarters of the circle for half of the points: between the laws of N and of N/2.
  const double uneven = mean_of(circle_radius_of_uneven_points, {{"N", 100}});
  EXPECT_GT(uneven, 1.1 * circle_radius_law({{"N", 100}}));
  EXPECT_LT(uneven, circle_radius_law({{"N", 50}}));
}

}  // namespace
}  // namespace asymptest::covering::sup_trials_test
