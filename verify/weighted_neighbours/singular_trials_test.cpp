#include "singular_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::weighted_neighbours::singular_trials_test {
namespace {

constexpr std::uint64_t trials = 4096;

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("singular-trials-test", trial, at, trials);
}

TEST(Variance, IsThatOfTwoNeighboursByHand) {
  // s = 1, k = 2: E (t₁² + t₂²)/(t₁ + t₂)² = 2(1 − ln 2); squares of weights lie in [1/2, 1].
  const double law = 2 * (1 - std::log(2)), slack = 5 * 0.25 / std::sqrt(trials);
  EXPECT_NEAR(mean_of(variance_at(1), {{"k", 2}}), law, slack);
  EXPECT_NEAR(mean_of(squared_weights, {{"k", 2}, {"s", 1}}), law, slack);
  EXPECT_EQ(mean_of(squared_plain_weights, {{"k", 2}}), 0.5);
}

TEST(SquaredError, OfOneNeighbourIsItsTargetAndItsNoise) {
  // One sample of the unit interval's ball, k = 1: (4t)² + 1 with t uniform, of variance 256·4/45.
  EXPECT_NEAR(mean_of(squared_error(1, 0.25, 1), {{"n", 1}}), 16.0 / 3 + 1,
              5 * std::sqrt(256 * 4.0 / 45 / trials));
}

TEST(SquaredError, HasTheBiasAndTheVarianceOfManyNeighbours) {
  // d = 2, n = 1024: k = 102 within t = k/n in the mean; the weighted mean of t is its (1 − s)/(2 −
  // s) = 3/7, and Σ w² = 9/8k. Up to terms of the relative order 1/k.
  const double bias = 4 * 102.0 / 1025 * 3 / 7, variance = 9.0 / 8 / 102;
  EXPECT_NEAR(mean_of(squared_error(2, 0.25, 2), {{"n", 1024}}) / (bias * bias + variance), 1,
              5.0 / 102);
}

TEST(SquaredErrorLaw, IsThatOfBiasAndVariance) {
  constexpr double few_ulps = 1e-15;  // relative: a dozen operations on numbers of one sign
  const double bias = 4 * 102.0 / 1024 * 3 / 7, variance = 9.0 / 8 / 102;
  EXPECT_NEAR(squared_error_law(2, 0.25, 1024) / (bias * bias + variance), 1, few_ulps);
}

}  // namespace
}  // namespace asymptest::weighted_neighbours::singular_trials_test
