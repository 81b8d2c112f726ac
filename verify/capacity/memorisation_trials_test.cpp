#include "memorisation_trials.hpp"

#include <gtest/gtest.h>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::capacity::memorisation_trials_test {
namespace {

double mean_of(const Trial& trial, double n) {
  return trial_mean("memorisation-trials-test", trial, {{"n", n}}, 8);
}

TEST(Memorisation, LeavesNoResidual) {
  constexpr double rounding = 1e-12;
  for (const double n : {2.0, 16.0, 64.0}) EXPECT_LT(mean_of(residual_of_memorised, n), rounding);
}

TEST(Memorisation, OfALabelAndItsOppositeIsWrongByOne) {
  // Both have one output: the best is 0 for two samples, and no better for more.
  EXPECT_NEAR(mean_of(residual_of_conflicting_labels, 2), 1, 1e-12);
  EXPECT_GT(mean_of(residual_of_conflicting_labels, 16), 1 - 1e-12);
}

TEST(Memorisation, WithOneUnitIsALine) {
  // Two points and one unit: labels proportional to the distances of 1 and more, which random signs
  // never are.
  EXPECT_GT(mean_of(residual_of_half_the_units, 2), 1e-3);
}

}  // namespace
}  // namespace asymptest::capacity::memorisation_trials_test
