#include "feature_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::random_features::feature_trials_test {
namespace {

double mean_of(const Trial& trial, const Point& at, std::uint64_t trials = 128) {
  return trial_mean("feature-trials-test", trial, at, trials);
}

Point frequencies(double m) { return {{"m", m}}; }

TEST(DistanceToKernel, FallsWithTheNumberOfFrequencies) {
  // In proportion to 1/m, up to corrections of relative order 8/m.
  const double few = mean_of(distance_to_kernel, frequencies(400));
  const double many = mean_of(distance_to_kernel, frequencies(6400));
  EXPECT_NEAR(few / many, 16, 4);
  // The largest of 8 normal values with that mean square lies between one and three times its
  // root.
  const double largest = mean_of(largest_distance_to_kernel, frequencies(6400));
  EXPECT_GT(largest, std::sqrt(many));
  EXPECT_LT(largest, 3 * std::sqrt(many));
}

TEST(DistanceToKernel, StaysUnderTheWrongPairing) {
  const double right = mean_of(distance_to_kernel, frequencies(3200), 32);
  EXPECT_GT(mean_of(distance_to_kernel_as_stated, frequencies(3200), 32), 10 * right);
  EXPECT_GT(mean_of(distance_with_cauchy_frequencies, frequencies(3200), 32), 10 * right);
  EXPECT_GT(mean_of(largest_distance_to_kernel_as_stated, frequencies(3200), 32),
            3 * std::sqrt(right));
}

TEST(ReluDistanceToKernel, FallsWithTheNumberOfFeatures) {
  const double few = mean_of(relu_distance_to_kernel, frequencies(3200));
  const double many = mean_of(relu_distance_to_kernel, frequencies(12800), 64);
  EXPECT_NEAR(few / many, 4, 2);  // three standard errors of a trial that is off by its own size
  EXPECT_NEAR(mean_of(relu_distance_with_unit_directions, frequencies(3200), 64) / few, 0.8, 0.5);
  // Sixteen directions have another kernel.
  EXPECT_GT(mean_of(relu_distance_with_sign_directions, frequencies(3200), 16), 5 * few);
}

TEST(NormExcess, IsTheSecondOrderTermOfAnInverse) {
  // E tr K⁻¹(K_m − K)K⁻¹(K_m − K)K⁻¹ is of order 1/m and positive.
  const double few = mean_of(norm_excess, frequencies(400));
  const double many = mean_of(norm_excess, frequencies(6400));
  EXPECT_GT(many, 0);
  EXPECT_NEAR(few / many, 16, 4);
  EXPECT_GT(std::abs(mean_of(norm_excess_as_stated, frequencies(6400))), 10 * many);
}

TEST(NormRatio, IsBelowOneWhereClassesNest) {
  EXPECT_LT(mean_of(norm_ratio_of_nested, frequencies(12)), 1);
  EXPECT_GT(mean_of(norm_ratio_of_fresh, frequencies(12)), 1);  // E a/b ≥ 1 for exchangeable a, b
}

TEST(ScaledNormRatio, HasTheMeanOfABetaVariate) {
  // ‖w_{p+1}‖²/‖w_p‖² = A/(A + z²) with A a chi-square of p − 7 degrees, z² of one: a Beta variate
  // of mean 9/10 and variance 0.015 for p = 16.
  EXPECT_NEAR(mean_of(scaled_norm_ratio, {{"p", 16}}, 4096), 17.0 / 16 * 9 / 10,
              5 * 17.0 / 16 * std::sqrt(0.015 / 4096));
}

}  // namespace
}  // namespace asymptest::random_features::feature_trials_test
