#include "student_trials.hpp"

#include <gtest/gtest.h>

#include "learning/training/relu_student.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::student_trials_test {
namespace {

double mean_of(const Trial& trial, double units, std::uint64_t trials) {
  return trial_mean("student-trials-test", trial, {{"m", units}}, trials);
}

TEST(ParabolaError, IsTheLeastThereIs) {
  for (const double units : {1, 3}) {
    const double least = learning::least_parabola_error(units);
    EXPECT_NEAR(mean_of(parabola_error, units, 4), least, 0.01 * least) << units;
    EXPECT_GT(mean_of(parabola_error_of_drawn_units, units, 32), 2 * least) << units;
  }
}

TEST(NoisyParabolaError, IsTheNoise) { EXPECT_NEAR(mean_of(noisy_parabola_error, 3, 2), 1, 0.1); }

TEST(BumpError, HasAFloorUnderNoise) {
  EXPECT_LT(mean_of(bump_error, 8, 2), 0.01);
  EXPECT_NEAR(mean_of(noisy_bump_error, 8, 2), 1, 0.15);
}

}  // namespace
}  // namespace asymptest::scaling::student_trials_test
