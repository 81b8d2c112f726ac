#include "pair_trials.hpp"

#include <gtest/gtest.h>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::pair_trials_test {
namespace {

constexpr double standard_errors = 5;

/// Pairs within a third of a copy's size are those of one copy: (p² + q²)^j of them at 1/r = 3^j,
/// as pairs of different copies are that far apart at least, and exactly so far with chance 0.
TEST(ShareOfClosePairs, IsThatOfPairsInOneCopyOfTheCantorSet) {
  for (const double right : {0.5, 0.8}) {
    const double in_one = right * right + (1 - right) * (1 - right);
    const Trial trial = share_of_close_pairs(cantor_draw(right));
    for (const auto& [inverse, share] : {std::pair{3.0, in_one}, {9.0, in_one * in_one}}) {
      const auto [mean, error] =
          trial_mean_and_error("pair-trials-test", trial, Point{{"1/r", inverse}}, 32);
      EXPECT_NEAR(mean, share, standard_errors * error);
      EXPECT_LT(error, 0.02 * share);
    }
  }
}

}  // namespace
}  // namespace asymptest::scaling::pair_trials_test
