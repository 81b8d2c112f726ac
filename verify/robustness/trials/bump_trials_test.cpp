#include "bump_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::robustness::bump_trials_test {
namespace {

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("bump-trials-test", trial, at, 400);
}

TEST(BumpTrials, InterpolateUnlessTheBumpsAreWide) {
  const Point at{{"d", 20}, {"n", 30}};
  EXPECT_LT(mean_of(bump_interpolation_error, at), 1e-14);
  EXPECT_GT(mean_of(wide_bump_interpolation_error, at), 1);
}

constexpr double standard_errors = 5;

TEST(BumpLipschitz, OfTwoPointsIsTwoOverTheirDistance) {
  // 2/√(2 − 2c), c of mean 0 and variance 1/d: √2 up to 1/d.
  const double d = 2000;
  const auto [mean, error] =
      trial_mean_and_error("bump-trials-test", bump_lipschitz, {{"d", d}, {"n", 2}}, 400);
  EXPECT_NEAR(mean, std::numbers::sqrt2, standard_errors * error + 1 / d);
  constexpr double of_the_cosines = 1e-7;  // 1 − cos of a separation, of which the root is taken
  EXPECT_NEAR(mean_of(bump_lipschitz_on_circle, {{"n", 6}}), 2, of_the_cosines);
}

TEST(FixedFeatures, HaveTheMeanOfAnInverseWishartMatrix) {
  // n d/(2n − n − 1) for the square.
  const Trial square = [](const Point& at, Stream& random) {
    return std::pow(fixed_features_lipschitz(at, random), 2);
  };
  const auto [mean, error] =
      trial_mean_and_error("bump-trials-test", square, {{"d", 400}, {"n", 40}}, 400);
  EXPECT_NEAR(mean, 40 * 400.0 / 39, standard_errors * error);
}

}  // namespace
}  // namespace asymptest::robustness::bump_trials_test
