#include "class_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::robustness::class_trials_test {
namespace {

constexpr double standard_errors = 5;

void expect_mean(const Trial& trial, const Point& at, double expected, double remainder) {
  const auto [mean, error] = trial_mean_and_error("class-trials-test", trial, at, 2000);
  EXPECT_NEAR(mean, expected, standard_errors * error + remainder * expected);
}

TEST(ClassTrials, HaveTheMeansOfNormalSums) {
  const double n = 40, d = 200, p = 10;
  const Point at{{"n", n}, {"d", d}, {"p", p}};
  // p terms of mean √(2n/πd), over n√p; sums of n signs and coordinates of the sphere are normal up
  // to shares of order 1/n and 1/d.
  const double all = std::sqrt(2 * p / (std::numbers::pi * n * d));
  expect_mean(correlation_with_noise, at, all, 1 / n + 1 / d);
  expect_mean(correlation_on_a_subspace, at, all * std::sqrt(d / 64), 1 / n + 1.0 / 64);
  expect_mean(correlation_of_one_function, at, all / std::sqrt(p), 1 / n + 1 / d);
}

TEST(ClassTrials, SeeATeacherAtAnyNumberOfSamples) {
  // It is a normal variable of variance 1/d, with that mean modulus; √n noise adds a square of
  // relative size 1/n to each coordinate's part.
  const double n = 4000, d = 200;
  expect_mean(correlation_with_signs_of_the_class, {{"n", n}, {"d", d}, {"p", 2}},
              std::sqrt(2 / (std::numbers::pi * d)), 10 / n + 1 / d);
}

TEST(ClassTrials, AreTheLargestOverAllSigns) {
  // One sample of the circle: (|x₁| + |x₂|)/√2, of mean (4/π)/√2.
  expect_mean(correlation_with_noise, {{"n", 1}, {"d", 2}, {"p", 2}},
              4 / std::numbers::pi / std::numbers::sqrt2, 0);
}

}  // namespace
}  // namespace asymptest::robustness::class_trials_test
