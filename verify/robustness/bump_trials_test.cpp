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

TEST(BumpLipschitz, OfTwoPointsIsTwoOverTheirDistance) {
  // Nearly orthogonal in many dimensions: 2/√2.
  EXPECT_NEAR(mean_of(bump_lipschitz, {{"d", 2000}, {"n", 2}}), std::numbers::sqrt2, 0.01);
  EXPECT_NEAR(mean_of(bump_lipschitz_on_circle, {{"n", 6}}), 2, 1e-7);
}

TEST(FixedFeatures, HaveTheMeanOfAnInverseWishartMatrix) {
  // n d/(2n − n − 1) for the mean square; the root's mean is a little below.
  const double lipschitz = mean_of(fixed_features_lipschitz, {{"d", 400}, {"n", 40}});
  EXPECT_NEAR(lipschitz * lipschitz, 40 * 400.0 / 39, 0.03 * 400);
}

}  // namespace
}  // namespace asymptest::robustness::bump_trials_test
