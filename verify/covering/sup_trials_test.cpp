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

TEST(TorusRadius, LiesBetweenThePackingOfDiscsAndTheWholeTorus) {
  constexpr std::uint64_t few = 10;
  const Point at{{"N", 64}};
  // No N discs of radius r cover the torus unless N π r² ≥ 2π/√27 (Kershner 1939).
  const double least = std::sqrt(2 / std::sqrt(27.0) / 64), spacing = 1.0 / 64;
  EXPECT_GT(mean_of(radius_of_design, at, few), least - spacing);
  EXPECT_LT(mean_of(radius_of_design, at, few), 2 * least);  // farthest first
  EXPECT_GT(mean_of(torus_radius, at, few), mean_of(radius_of_design, at, few));
  EXPECT_GT(mean_of(torus_radius_of_copies, at, few), mean_of(torus_radius, at, few));
  // From the square to the middle of what it leaves: 0.45 along each axis.
  EXPECT_NEAR(mean_of(radius_of_design_in_a_corner, at, few), 0.45 * std::sqrt(2.0), 0.03);
  // A curve of length √(1 + …) ≤ 1.5 in 64 pieces.
  EXPECT_LT(mean_of(radius_of_design_on_a_curve, at, few), 1.5 / 64);
}

}  // namespace
}  // namespace asymptest::covering::sup_trials_test
