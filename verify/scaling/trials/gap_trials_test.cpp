#include "gap_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::gap_trials_test {
namespace {

constexpr double standard_errors = 5;

TEST(MeanGap, IsTheSlopeTimesTheMeanDistance) {
  // Without a slope of its own: E|f'| δ = 4 E δ, and E δ = 1/(2(N + 1)) on the circle; the next
  // term is of the order of (2πδ)².
  const double n = 500, expected = 4 / (2 * (n + 1)), remainder = std::pow(8 / n, 2);
  const auto [mean, error] = trial_mean_and_error(
      "gap-trials-test", mean_gap({.dimension = 1, .slope = 0}), {{"N", n}}, 400);
  EXPECT_NEAR(mean, expected, standard_errors * error + remainder * expected);
}

TEST(MeanGap, IsThatOfASteepModelAroundTheSeam) {
  // The target, of size 1, is nothing beside a slope of 1e6; one sample of the circle is 1/4 away.
  constexpr double slope = 1e6;
  const auto [mean, error] = trial_mean_and_error(
      "gap-trials-test", mean_gap({.dimension = 1, .slope = slope}), {{"N", 1}}, 400);
  EXPECT_NEAR(mean / slope, 0.25, standard_errors * error / slope + 2 / slope);
}

TEST(MeanGap, IsThatOfTheNoiseUnderNoise) {
  const double n = 500, expected = std::sqrt(2 / std::numbers::pi);
  const auto [mean, error] = trial_mean_and_error(
      "gap-trials-test", mean_gap({.dimension = 1, .slope = 0, .noise = 1}), {{"N", n}}, 400);
  EXPECT_NEAR(mean, expected, standard_errors * error + 4 / (2 * (n + 1)));
}

TEST(LargestShareOfBound, PassesOneOnlyWithTheTargetAlone) {
  const ConeLearner steep{.dimension = 2, .slope = 10};
  Stream random({1, "gap-trials-test", "", 1});
  const Point at{{"N", 64}};
  EXPECT_LE(largest_share_of_bound(steep, false)(at, random), 1);
  EXPECT_GT(largest_share_of_bound(steep, true)(at, random), 1);
}

}  // namespace
}  // namespace asymptest::scaling::gap_trials_test
