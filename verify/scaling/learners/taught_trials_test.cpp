#include "taught_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::taught_trials_test {
namespace {

/// A normal mean is so far off in one of two million.
constexpr double standard_errors = 5;
/// Of a product of four factors, relatively: some units of the last place.
constexpr double rounding = 1e-15;

TrialMean taught(const Trial& trial, double samples, std::uint64_t trials) {
  return trial_mean_and_error("taught-student-test", trial, {{"N", samples}}, trials);
}

TEST(TaughtError, IsTheNoiseTimesTheParametersOverTheSamples) {
  constexpr double samples = 1024, correction = 3.5 * 0.1 / 32;  // σ N^(-1/2) of the kinks' places
  for (const int d : {2, 4}) {
    const double law = taught_error_law(d, {{"N", samples}});
    EXPECT_NEAR(law, 0.01 * (3 + 3 * d) / samples, rounding * law);
    const auto [mean, error] = taught(taught_error(d), samples, 64);
    EXPECT_NEAR(mean, law, standard_errors * error + correction * law) << d;
  }
}

TEST(TaughtError, OfGivenUnitsIsThatOfLinearRegression) {
  // (3 + d)σ²/N, and a share (3 + d)/N more for normal columns.
  constexpr double samples = 512, weights = 5;
  const auto [mean, error] = taught(taught_error_of_given_units(2), samples, 256);
  EXPECT_NEAR(mean, 0.01 * weights / samples,
              standard_errors * error + 0.01 * std::pow(weights / samples, 2));
}

TEST(TaughtError, StaysWhereTheTeacherIsOutOfReach) {
  const double taught_well = taught(taught_error(2), 512, 4).mean;
  EXPECT_GT(taught(taught_error_of_larger_teacher(2), 512, 4).mean, 10 * taught_well);
  EXPECT_GT(taught(taught_error_of_drawn_units(2), 512, 16).mean, 10 * taught_well);
}

}  // namespace
}  // namespace asymptest::scaling::taught_trials_test
