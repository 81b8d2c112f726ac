#include "rademacher_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::capacity::rademacher_trials_test {
namespace {

constexpr std::uint64_t trials = 4096;

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("rademacher-trials-test", trial, at, trials);
}

/// E χ_k, of variance below 1/2.
double mean_of_chi(double k) {
  return std::numbers::sqrt2 * std::exp(std::lgamma((k + 1) / 2) - std::lgamma(k / 2));
}

const double slack = 5 * std::sqrt(0.5 / trials);

TEST(Complexity, IsAChiVariateOfTheDimension) {
  // Signs leave normal samples as they are: the norm of their sum is √n χ.
  const Point at{{"d", 40}, {"n", 16}};
  EXPECT_NEAR(4 * mean_of(complexity_on_subspace, at), mean_of_chi(5), slack);
  EXPECT_NEAR(4 * mean_of(complexity_on_isotropic_data, at), mean_of_chi(40), slack);
}

TEST(DeviationOverBound, OfOneSampleAndOfCopiesIsOneOverTheBound) {
  constexpr double rounding = 1e-12;  // of a mean of 4096 numbers that are one and the same
  const double factor = 2 + std::sqrt(2 * std::log(100));
  EXPECT_NEAR(mean_of(deviation_over_bound, {{"d", 3}, {"n", 1}}), 1 / factor, rounding);
  EXPECT_NEAR(mean_of(deviation_of_copies_over_bound, {{"d", 3}, {"n", 100}}), 10 / factor,
              rounding);
}

}  // namespace
}  // namespace asymptest::capacity::rademacher_trials_test
