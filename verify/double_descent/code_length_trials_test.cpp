#include "code_length_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "ridgeless_trials.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::double_descent::code_length_trials_test {
namespace {

double one_trial(const Trial& trial, const Point& at) {
  return trial_mean("code-length-trials-test", trial, at, 1);
}

TEST(BitsPerWeight, GrowByOneWhereTheNormDoubles) {
  const Point at{{"n", 16}, {"p", 40}, {"snr", 4}};
  const double norm = one_trial(solution_norm, at), bits = one_trial(bits_per_weight, at);
  EXPECT_NEAR(std::exp2(2 * bits), 1 + 100 * norm, 1e-9);
  EXPECT_NEAR(one_trial(bits_in_all, at), 40 * bits, 1e-12);
  const double ridge = one_trial(bits_per_weight_of_tuned_ridge, at);
  EXPECT_NEAR(std::exp2(2 * ridge), 1 + 100 * one_trial(norm_of_tuned_ridge, at), 1e-9);
}

TEST(SquaredSlope, IsThatOfTheKernelsDerivativeUnderAHeavyPenalty) {
  // Two features for one sample: f(x) = y·cos⟨v, x − z⟩/λ up to λ⁻², whose slope is at most |v|/λ;
  // without a penalty it is λ = 1.
  const Point at{{"n", 1}, {"N", 2}};
  const double heavy = trial_mean("slope-test", squared_slope_of_heavy_ridge, at, 64);
  const double none = trial_mean("slope-test", squared_slope, at, 64);
  EXPECT_NEAR(heavy * 1e10, none, 1e-3 * none);
  // E|v|² sin² is below E|v|² = 4 and above a quarter of it.
  EXPECT_LT(none, 4);
  EXPECT_GT(none, 1);
}

}  // namespace
}  // namespace asymptest::double_descent::code_length_trials_test
