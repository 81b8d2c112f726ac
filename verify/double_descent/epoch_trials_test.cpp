#include "epoch_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::double_descent::epoch_trials_test {
namespace {

constexpr std::uint64_t trials = 512;

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("epoch-trials-test", trial, at, trials);
}

Point epoch(double t) { return {{"t", t}, {"scale", 0.1}}; }

TEST(EpochRisk, StartsAtTheSignalAndEndsAtTheNoise) {
  EXPECT_NEAR(mean_of(epoch_risk, epoch(0)), 2, 1e-12);
  EXPECT_DOUBLE_EQ(epoch_risk_law(epoch(0)), 2);
  // At the end that of least squares with 32 parameters: 16·32/(256 − 32 − 1).
  EXPECT_NEAR(mean_of(epoch_risk, epoch(1e5)), 512.0 / 223, 0.05);
  EXPECT_NEAR(mean_of(epoch_risk_with_matched_steps, epoch(1000)), 512.0 / 223, 0.05);
}

TEST(EpochRisk, OfARunHasTheMeanOfItsLaw) {
  // 32 squares, of which the noise makes 16 chi-square variates each: a spread of √(2/16) at most.
  for (const double t : {1.0, 10.0, 1000.0}) {
    EXPECT_NEAR(mean_of(epoch_risk_of_orthogonal_run, epoch(t)), epoch_risk_law(epoch(t)),
                5 * 2 * std::sqrt(2.0 / 16 / trials));
    // From the target, the noise alone.
    const double fast = 1 - std::pow(15.0 / 16, t), slow = 1 - std::pow(1 - 0.01 / 16, t);
    EXPECT_NEAR(mean_of(epoch_risk_from_the_target, epoch(t)), fast * fast + slow * slow,
                5 * 2 * std::sqrt(2.0 / 16 / trials));
  }
}

}  // namespace
}  // namespace asymptest::double_descent::epoch_trials_test
