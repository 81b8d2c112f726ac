#include "feature_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::random_features::feature_trials_test {
namespace {

double mean_of(const Trial& trial, const Point& at, std::uint64_t trials = 128) {
  return trial_mean("feature-trials-test", trial, at, trials);
}

/// A normal mean is so far off in one of two million.
constexpr double standard_errors = 5;

/// A quotient of two means and its standard error.
TrialMean quotient_of(const TrialMean& above, const TrialMean& below) {
  const double quotient = above.mean / below.mean;
  return {quotient, quotient * std::hypot(above.error / above.mean, below.error / below.mean)};
}

TrialMean mean_and_error_of(const Trial& trial, const Point& at, std::uint64_t trials = 128) {
  return trial_mean_and_error("feature-trials-test", trial, at, trials);
}

Point frequencies(double m) { return {{"m", m}}; }

TEST(DistanceToKernel, FallsWithTheNumberOfFrequencies) {
  // In proportion to 1/m, up to corrections of relative order 8/m.
  constexpr double fewest = 400, correction = 8 / fewest;
  const TrialMean distances = mean_and_error_of(distance_to_kernel, frequencies(16 * fewest));
  const auto [quotient, error] =
      quotient_of(mean_and_error_of(distance_to_kernel, frequencies(fewest)), distances);
  EXPECT_NEAR(quotient, 16, standard_errors * error + 16 * correction);
  const double many = distances.mean;
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
  constexpr double fewest = 3200, correction = 8 / fewest;
  const TrialMean few = mean_and_error_of(relu_distance_to_kernel, frequencies(fewest), 512);
  const TrialMean many = mean_and_error_of(relu_distance_to_kernel, frequencies(4 * fewest), 512);
  const TrialMean growth = quotient_of(few, many);
  EXPECT_NEAR(growth.mean, 4, standard_errors * growth.error + 4 * correction);
  // A feature adds its own deviation, of mean zero, times |v|² of mean 4 and mean square 24, of
  // which a unit direction has 16.
  const TrialMean share = quotient_of(
      mean_and_error_of(relu_distance_with_unit_directions, frequencies(fewest), 512), few);
  EXPECT_NEAR(share.mean, 16.0 / 24, standard_errors * share.error + correction);
  // Sixteen directions have another kernel.
  EXPECT_GT(mean_of(relu_distance_with_sign_directions, frequencies(3200), 16), 5 * few.mean);
}

TEST(NormExcess, IsTheSecondOrderTermOfAnInverse) {
  // E tr K⁻¹(K_m − K)K⁻¹(K_m − K)K⁻¹ is of order 1/m and positive.
  constexpr double fewest = 400, correction = 8 / fewest;
  const TrialMean excess = mean_and_error_of(norm_excess, frequencies(16 * fewest));
  const double many = excess.mean;
  EXPECT_GT(many, 0);
  const auto [quotient, error] =
      quotient_of(mean_and_error_of(norm_excess, frequencies(fewest)), excess);
  EXPECT_NEAR(quotient, 16, standard_errors * error + 16 * correction);
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
