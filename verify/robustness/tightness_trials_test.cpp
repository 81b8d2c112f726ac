#include "tightness_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::robustness::tightness_trials_test {
namespace {

double mean_of(const Trial& trial, const Point& at, std::uint64_t trials = 40) {
  return trial_mean("tightness-trials-test", trial, at, trials);
}

TEST(ProjectedLipschitz, ComesToTheRatioOfTheLabelsAndTheDistance) {
  // In many coordinates all pairs are √(2D/d) apart, less the largest of 64 normal deviations.
  const double apart = std::sqrt(2 * 4096.0 / 8192);
  EXPECT_NEAR(mean_of(projected_lipschitz, {{"D", 4096}}), 2 / apart, 0.15);
  EXPECT_GT(mean_of(projected_lipschitz, {{"D", 4096}}), 2 / apart);
  EXPECT_NEAR(mean_of(projected_lipschitz_on_a_subspace, {{"D", 100}}),
              mean_of(projected_lipschitz_on_a_subspace, {{"D", 1000}}), 0.1);
}

}  // namespace
}  // namespace asymptest::robustness::tightness_trials_test
