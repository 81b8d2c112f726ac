#include "student_trials.hpp"

#include <gtest/gtest.h>

#include "learning/training/relu_student.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::student_trials_test {
namespace {

double mean_of(const Trial& trial, double units, std::uint64_t trials) {
  return trial_mean("student-trials-test", trial, {{"m", units}}, trials);
}

/// Points that a student under noise learns from.
constexpr double lesson_points = 1024;

/// Of noise of variance 1 that a student fits: a share P/n if P values were free, four times that
/// since the noise chooses where the kinks are.
double most_fitted(double parameters) { return 4 * parameters / lesson_points; }

TEST(ParabolaError, IsTheLeastThereIs) {
  // Pieces of 256 points and more: what their middles miss of a mean square is far below that.
  constexpr double of_sampling = 0.01;
  for (const double units : {1, 3}) {
    const double least = learning::least_parabola_error(units);
    EXPECT_NEAR(mean_of(parabola_error, units, 4), least, of_sampling * least) << units;
    EXPECT_GT(mean_of(parabola_error_of_drawn_units, units, 32), 2 * least) << units;
  }
}

/// Of m + 2 weights that are linear given the kinks at least their share; the mean of a χ² of
/// dozens of degrees is hardly less than half of its own.
double least_fitted(double linear_weights) { return 0.5 * linear_weights / lesson_points; }

TEST(NoisyParabolaError, IsTheNoiseAndWhatIsFittedOfIt) {
  const double error = mean_of(noisy_parabola_error, 3, 16);
  EXPECT_GT(error, 1 + least_fitted(3 + 2));
  EXPECT_LT(error, 1 + most_fitted(2 * (3 + 1)) + learning::least_parabola_error(3));
}

TEST(BumpError, HasAFloorUnderNoise) {
  const double clean = mean_of(bump_error, 8, 2), noisy = mean_of(noisy_bump_error, 8, 8);
  EXPECT_LT(clean, 0.01);
  EXPECT_GT(noisy, 1 + least_fitted(8 + 3));
  EXPECT_LT(noisy, 1 + most_fitted(3 + 4 * 8) + clean);
}

}  // namespace
}  // namespace asymptest::scaling::student_trials_test
