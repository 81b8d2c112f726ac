#include "norm_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::kernel_machines::norm_trials_test {
namespace {

constexpr double standard_errors = 5;

TEST(KernelNorm, OfNoiseOnTheSegmentIsTheMeanOfInverseGaps) {
  // Gaps (1 + (u' − u)/2)/n with u' − u triangular on (−1, 1): E 1/gap = n ∫ (1 − |t|)/(1 + t/2) dt
  // = 4n [1.5 log 1.5 + 0.5 log 0.5]; coth z = 1/z + z/3 + O(z³).
  const double n = 512;
  const double inverse = 4 * (1.5 * std::log(1.5) + 0.5 * std::log(0.5)) * n;
  // The waves add no more than their norm, some 40.
  const double expected = 1 + (n - 1) * (4 * inverse + 1 / (12 * n));
  const auto [mean, error] =
      trial_mean_and_error("norm-trials-test", norm_of_noisy_labels(1), {{"n", n}}, 64);
  EXPECT_NEAR(mean, expected, standard_errors * error + 50);
}

TEST(KernelNorm, OfASmoothTargetIsItsSobolevNorm) {
  // At ℓ = 4: ½ (f(0)² + f(1)² + ∫ f²/ℓ + ℓ f'²), with the mean squares ½, ½, ½ and ½(2π)²
  // times E a² = 1 + 0.01/3. The ends are missed by a cell.
  const double turn = 2 * std::numbers::pi;
  const double expected = 0.25 * (1 + 0.01 / 3) * (2 + 1.0 / 4 + 4 * turn * turn);
  const auto [mean, error] =
      trial_mean_and_error("norm-trials-test", norm_of_clean_labels(1), {{"n", 1024}}, 512);
  EXPECT_NEAR(mean, expected, standard_errors * error + 0.002 * expected);
}

TEST(KernelNorm, OnTheTorusIsBoundedForASmoothTarget) {
  for (const int dimension : {2, 3}) {
    const Trial norm = norm_of_clean_labels(dimension);
    const double many = dimension == 2 ? 576 : 512;
    // The same targets, since the substream is the same.
    const auto at_size = [&](double n) {
      Stream random({1, "norm-trials-test", "target", 0});
      return norm({{"n", n}}, random);
    };
    EXPECT_LT(at_size(64), at_size(many));
    EXPECT_LT(at_size(many), 1.2 * at_size(64));  // the spacing squared
  }
}

TEST(KernelNorm, IsLargerForNoisySigns) {
  Stream random({1, "norm-trials-test", "signs", 0});
  EXPECT_GT(complexity_of_noisy_signs(2)({{"n", 256}}, random), 1);
  EXPECT_LT(complexity_of_clean_labels(2)({{"n", 256}}, random), 0.25);
}

}  // namespace
}  // namespace asymptest::kernel_machines::norm_trials_test
