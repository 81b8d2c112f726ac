#include "support_trials.hpp"

#include <gtest/gtest.h>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::kernel_machines::support_trials_test {
namespace {

constexpr double standard_errors = 5;
const Point in_the_plane{{"n", 9}, {"d", 2}};

/// In the plane two points hold the line at most: the two nearest to it on the arc.
TEST(SupportShare, InThePlaneIsThatOfTwoPointsAtMost) {
  const auto [mean, error] =
      trial_mean_and_error("support-test", support_share_above_risk, in_the_plane, 32);
  EXPECT_GT(mean, 0);
  EXPECT_LT(mean, 2 / 10.0 + standard_errors * error);
}

TEST(SupportShare, OfMoreSamplesIsSmaller) {
  const double share = trial_mean("support-test", support_share_above_risk, in_the_plane, 32);
  const double more = trial_mean("support-test", support_share_of_more_samples, in_the_plane, 32);
  EXPECT_LT(more, share - 0.1 * 15 / 16);  // one point of 10 at least against 16 times as many
}

TEST(SupportShare, FallsShortOfTheRiskNearTheBoundary) {
  const Point at{{"n", 64}, {"d", 4}};
  const auto [mean, error] =
      trial_mean_and_error("support-test", support_share_above_shifted_risk, at, 16);
  EXPECT_GT(mean, 1 / 65.0 - 0.5);
  EXPECT_LT(mean, standard_errors * error);
}

TEST(MarginBound, TurnedLabelsTakeWhatTheMachineGetsRight) {
  // The two risks add up to 1, and the same draws have the same bound.
  const Point at{{"n", 32}, {"d", 4}};
  const auto bound = trial_mean_and_error("support-test", margin_bound_above_risk, at, 8);
  const auto turned =
      trial_mean_and_error("support-test", margin_bound_above_risk_of_turned_labels, at, 8);
  EXPECT_GT(bound.mean, 0);
  EXPECT_LE(bound.mean - turned.mean, 1 + 1e-12);
  EXPECT_GT(bound.mean - turned.mean, 0.8);
}

}  // namespace
}  // namespace asymptest::kernel_machines::support_trials_test
