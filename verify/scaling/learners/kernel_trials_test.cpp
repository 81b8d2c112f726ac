#include "kernel_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "verify/shared/chord_mean.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::kernel_trials_test {
namespace {

constexpr double standard_errors = 5;

void expect_error_of_one_sample(TargetLaw target, double noise, double expected) {
  const auto [mean, error] = trial_mean_and_error(
      "kernel-trials-test", kernel_interpolant_error(1, target, noise), {{"N", 1}}, 4000);
  EXPECT_NEAR(mean, expected, standard_errors * error);
}

TEST(KernelInterpolantError, OfOneSampleIsAnIntegral) {
  // w = exp(−r/4): 1 − 2wt + w² with the target's covariance t at the chord r.
  const auto with = [](auto covariance) {
    return mean_over_chords([=](double r) {
      const double w = std::exp(-r / 4);
      return 1 - 2 * w * covariance(r) + w * w;
    });
  };
  expect_error_of_one_sample(TargetLaw::once_rough, 0,
                             with([](double r) { return std::exp(-r / 4); }));
  expect_error_of_one_sample(TargetLaw::thrice_rough, 0,
                             with([](double r) { return (1 + r / 4) * std::exp(-r / 4); }));
  // The cosine of the angle between points a chord r apart.
  const auto cosine = [](double r) { return 1 - r * r / 2; };
  expect_error_of_one_sample(TargetLaw::waves, 0, with(cosine));
  expect_error_of_one_sample(TargetLaw::waves, 3, with(cosine) + 3 * mean_over_chords([](double r) {
                                                                   return std::exp(-r / 2);
                                                                 }));
}

TEST(KernelInterpolantError, FallsWithSamplesAndSmoothness) {
  for (const int d : {1, 2, 3}) {
    const auto error = [d](TargetLaw target, double samples) {
      return trial_mean("kernel-trials-test", kernel_interpolant_error(d, target), {{"N", samples}},
                        4);
    };
    for (const TargetLaw target :
         {TargetLaw::once_rough, TargetLaw::thrice_rough, TargetLaw::waves}) {
      EXPECT_LT(error(target, 64), error(target, 1));
      EXPECT_GT(error(target, 64), 0);
    }
    EXPECT_LT(error(TargetLaw::thrice_rough, 64), error(TargetLaw::once_rough, 64));
  }
}

TEST(KernelInterpolantError, OnTheCircleIsThatOfTheBrokenLineWhereSamplesAreMany) {
  // Between samples a gap g apart the kernel −|t|/ℓ, of the symbol (2/ℓ)/k², gives the broken line,
  // which misses a wave of one period and variance 1 by g⁴/120 in the square. Another kernel with
  // that kink misses it by the ratio of the symbols at k = 1 as much, but for a share of g². Over
  // the circle: N gaps 2π/N·(1 + (u − u')/2) with E (…)⁵ = 1 + 10/24 + 5/240.
  const double n = 256, turn = 2 * std::numbers::pi, length = 4;
  const double symbol =
      turn * mean_over_chords([&](double r) { return std::exp(-r / length) * (1 - r * r / 2); });
  const double fifth = std::pow(turn / n, 5) * (1 + 10.0 / 24 + 5.0 / 240);
  const double expected = std::pow(2 / length / symbol, 2) * n * fifth / (120 * turn);
  const auto [mean, error] = trial_mean_and_error(
      "kernel-trials-test", kernel_interpolant_error(1, TargetLaw::waves), {{"N", n}}, 40);
  EXPECT_NEAR(mean / expected, 1, standard_errors * error / expected + std::pow(turn / n, 2));
}

TEST(KernelInterpolantError, RefusesWhatIsNoPower) {
  EXPECT_THROW(trial_mean("kernel-trials-test", kernel_interpolant_error(2, TargetLaw::waves),
                          {{"N", 15}}, 1),
               std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::scaling::kernel_trials_test
