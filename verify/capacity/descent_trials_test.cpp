#include "descent_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::capacity::descent_trials_test {
namespace {

double mean_of(const Trial& trial, double n) {
  return trial_mean("descent-trials-test", trial, {{"n", n}}, 4);
}

TEST(ResidualAfterDescent, OfOneLabelFallsByTheWholeInAStep) {
  // One eigenvalue: (1 − ½)^T = 1e-6 gives T = 20 steps, the first of which leaves what the output
  // bends on the way, of order 1/√256, and each of the others as small a share again.
  EXPECT_LT(mean_of(residual_after_descent, 1), 1e-12);
}

TEST(ResidualAfterDescent, IsBelowItsBoundAtEightLabels) {
  const double left = mean_of(residual_after_descent, 8);
  EXPECT_LT(left, 1e-6);
  EXPECT_GT(left, 1e-16) << "and the descent is no solver";
}

TEST(ResidualOfTwins, IsWhatTwoLabelsOfOneInputLeave) {
  // Outputs 0 at best, residuals ±1, of |r₀|² = Σ (f − y)² with E f² below 1: √(2/n) and less.
  const double n = 4, left = mean_of(residual_of_twins, n);
  EXPECT_GT(left, std::sqrt(2 / n / 4));
  EXPECT_LT(left, 1);
}

TEST(ResidualOfOneUnit, StaysForMoreLabelsThanWeights) {
  EXPECT_GT(mean_of(residual_of_one_unit, 32), 0.1);
}

}  // namespace
}  // namespace asymptest::capacity::descent_trials_test
