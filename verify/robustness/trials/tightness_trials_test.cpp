#include "tightness_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::robustness::tightness_trials_test {
namespace {

constexpr double standard_errors = 5;

TrialMean mean_of(const Trial& trial, const Point& at) {
  return trial_mean_and_error("tightness-trials-test", trial, at, 40);
}

TEST(ProjectedLipschitz, ComesToTheRatioOfTheLabelsAndTheDistance) {
  // In D coordinates all squared distances are 2D/d up to a relative deviation √(2/D) times a
  // normal variable; the largest of 64 of them has a mean between 2 and 3.
  const double apart = std::sqrt(2 * 4096.0 / 8192), deviation = std::sqrt(2 / 4096.0);
  const auto [mean, error] = mean_of(projected_lipschitz, {{"D", 4096}});
  EXPECT_GT(mean, 2 / apart * (1 + deviation) - standard_errors * error);
  EXPECT_LT(mean,
            2 / apart * (1 + 1.5 * deviation * (1 + 3 * deviation)) + standard_errors * error);
}

TEST(ProjectedLipschitz, SeesNoCoordinatesBeyondTheSubspace) {
  const TrialMean few = mean_of(projected_lipschitz_on_a_subspace, {{"D", 100}});
  const TrialMean many = mean_of(projected_lipschitz_on_a_subspace, {{"D", 1000}});
  EXPECT_NEAR(few.mean, many.mean, standard_errors * std::hypot(few.error, many.error));
}

}  // namespace
}  // namespace asymptest::robustness::tightness_trials_test
