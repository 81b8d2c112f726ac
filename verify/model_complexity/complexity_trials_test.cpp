#include "complexity_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::model_complexity::complexity_trials_test {
namespace {

constexpr std::uint64_t trials = 256;

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("complexity-trials-test", trial, at, trials);
}

// The training error at n spreads by √(2(n − p)/64)/n over the trials, and rises by p/n² there: by
// 1.4 samples for p = 16, n = 32. Five standard errors of 256 trials, and one half for the
// curvature of the interpolation.
constexpr double slack = 5 * 1.4 / 16 + 0.5;

TEST(ModelComplexity, IsTheNumberOfParametersOverTheShareLeft) {
  EXPECT_NEAR(mean_of(model_complexity, {{"p", 16}, {"share", 0.5}}), 32, slack);
  EXPECT_NEAR(mean_of(model_complexity_of_dead_columns, {{"p", 32}, {"share", 0.5}}), 32, slack);
}

TEST(ModelComplexity, IsAtMostTheNumberOfSamples) {
  const Point few{{"N", 20}, {"p", 16}, {"share", 0.5}}, many{{"N", 80}, {"p", 16}, {"share", 0.5}};
  EXPECT_DOUBLE_EQ(mean_of(model_complexity_of_samples, few), 20);
  EXPECT_NEAR(mean_of(model_complexity_of_samples, many), 32, slack);
  EXPECT_NEAR(mean_of(complexity_per_sample, many), 32.0 / 80, slack / 80);
}

}  // namespace
}  // namespace asymptest::model_complexity::complexity_trials_test
