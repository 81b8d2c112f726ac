#include "prefix_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::double_descent::prefix_trials_test {
namespace {

/// A few dozen roundings of numbers of order one.
constexpr double rounding = 1e-15;

constexpr std::uint64_t trials = 4096;

/// The chance that a sound trial fails a test of a mean is below 1e-6.
constexpr double standard_errors = 5;

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("prefix-trials-test", trial, at, trials);
}

TEST(DecayingTarget, IsOfNormOneWithEntriesOneOverJ) {
  const Eigen::VectorXd target = decaying_target(3);
  EXPECT_NEAR(target.squaredNorm(), 1, rounding);
  EXPECT_NEAR(target(0) / target(2), 3, rounding);
}

TEST(PrefixRisk, OfOneColumnIsThatOfAMean) {
  const double n = 16;
  const Point at{{"n", n}, {"p", 1}, {"D", 16}, {"snr", 4}};
  const double first = std::pow(decaying_target(16)(0), 2);
  EXPECT_NEAR(prefix_risk_law(at), 1 - first + (1 - first + 0.25) / (n - 2), rounding);
  // The part beyond u has the mean 0.046 and is near to exponential.
  EXPECT_NEAR(mean_of(prefix_risk, at), prefix_risk_law(at),
              standard_errors * 0.1 / std::sqrt(trials));
}

TEST(PrefixRisk, OfCorrelatedColumnsTakesHalfOfTheOthersForTheFirst) {
  const double n = 16;
  const Eigen::VectorXd w = decaying_target(16);
  const double u = 1 - w(0) * w(0), s = w.tail(15).sum();
  // w₁ + s/2 is estimated, from labels of variance u/2 + s²/4 + 1/4 given the column.
  const double law = s * s / 4 + u + (u / 2 + s * s / 4 + 0.25) / (n - 2);
  // Its spread is that of 2·(s/2)·(error of ŵ), about s·√(law/n).
  EXPECT_NEAR(
      mean_of(prefix_risk_of_correlated_columns, {{"n", n}, {"p", 1}, {"D", 16}, {"snr", 4}}), law,
      standard_errors * s * std::sqrt(law / n / trials));
}

TEST(PrefixRisk, BeyondTheThresholdIsThatOfOneRow) {
  const Point at{{"n", 1}, {"p", 16}, {"D", 16}, {"snr", 4}};
  EXPECT_NEAR(mean_of(prefix_risk, at), 1 - 1.0 / 16 + 0.25 / 14,
              standard_errors * 0.1 / std::sqrt(trials));
}

TEST(PrefixRisk, OfTunedRidgeIsBelowBothEndsOfThePenalty) {
  const Point at{{"n", 16}, {"p", 12}, {"D", 64}, {"snr", 4}};
  const double tuned = mean_of(prefix_risk_of_tuned_ridge, at);
  EXPECT_LT(tuned, 1);                         // the infinite penalty
  EXPECT_LT(tuned, mean_of(prefix_risk, at));  // none
  EXPECT_GT(tuned, std::pow(decaying_target(64).tail(52).norm(), 2));
}

}  // namespace
}  // namespace asymptest::double_descent::prefix_trials_test
