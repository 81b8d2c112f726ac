#include "boosting_trials.hpp"

#include <gtest/gtest.h>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::boosting::boosting_trials_test {
namespace {

constexpr std::uint64_t trials = 32;

TEST(ShareOfSmallMargins, IsBelowItsBoundAndAboveTheSwappedOne) {
  const Point at{{"T", 64}, {"theta", 0.1}};
  for (std::uint64_t t = 0; t < trials; ++t) {
    Stream random({1, "boosting-test", at.key(), t}), copy = random;
    const double share = share_of_small_margins(at, random);
    EXPECT_LE(share, 1);
    EXPECT_GT(share_over_swapped_bound(at, copy), share);
  }
}

TEST(ErrorAfterFit, IsThatOfALearner) {
  // Neither chance nor none; noise costs some.
  const double clean = trial_mean("boosting-test", error_after_fit, {{"k", 1}}, trials);
  const double noisy = trial_mean("boosting-test", error_after_noisy_fit, {{"k", 1}}, trials);
  EXPECT_GT(clean, 0.05);
  EXPECT_LT(clean, noisy);
  EXPECT_LT(noisy, 0.45);
}

TEST(ErrorAfterFit, DoesNotDependOnAnythingButTheStream) {
  Stream random({1, "boosting-test", "k=2", 0}), copy = random;
  EXPECT_EQ(error_after_fit({{"k", 2}}, random), error_after_fit({{"k", 2}}, copy));
}

}  // namespace
}  // namespace asymptest::boosting::boosting_trials_test
