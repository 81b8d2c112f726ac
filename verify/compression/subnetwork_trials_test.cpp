#include "subnetwork_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::compression::subnetwork_trials_test {
namespace {

constexpr std::uint64_t trials = 4096;

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("subnetwork-trials-test", trial, at, trials);
}

TEST(RelativeError, IsMaureys) {
  // Squares of sums over 16 correlated outputs: a trial spreads by no more than twice its mean.
  for (const double k : {1.0, 4.0, 12.0}) {
    const Point at{{"m", 16}, {"k", k}};
    const double slack = 5 * 2 / std::sqrt(trials);
    EXPECT_NEAR(mean_of(relative_error, at) / maurey(at), 1, slack) << k;
    EXPECT_NEAR(mean_of(relative_error_with_replacement, at) * k, 1, slack) << k;
  }
}

/// (u₁ − u₂)/2 is as far from the mean as each unit: nothing random is left, and no m may stand for
/// m − 1.
TEST(RelativeError, OfOneUnitOfTwoIsOne) {
  constexpr double rounding = 1e-12;
  const Point at{{"m", 2}, {"k", 1}};
  EXPECT_NEAR(mean_of(relative_error, at), 1, rounding);
  EXPECT_EQ(maurey(at), 1);
}

TEST(RelativeError, OfAllUnitsIsNone) {
  constexpr double rounding = 1e-25;
  EXPECT_LT(mean_of(relative_error, {{"m", 16}, {"k", 16}}), rounding);
}

}  // namespace
}  // namespace asymptest::compression::subnetwork_trials_test
