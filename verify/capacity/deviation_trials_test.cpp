#include "deviation_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::capacity::deviation_trials_test {
namespace {

constexpr std::uint64_t trials = 4096;

/// Five standard errors of a number in [0, 1].
const double slack = 5 * 0.5 / std::sqrt(trials);

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("deviation-trials-test", trial, at, trials);
}

TEST(DeviationOfThresholds, OfOneSampleIsTheFartherEnd) {
  EXPECT_NEAR(mean_of(deviation_of_thresholds, {{"n", 1}}), 0.75, slack);
  EXPECT_NEAR(mean_of(deviation_of_thresholds_in_cells, {{"n", 1}}), 0.75, slack);
}

TEST(DeviationOfThresholds, InCellsIsThatOfTheWorstCell) {
  // The largest of n variates that are uniform on [1/2, 1], over n.
  EXPECT_NEAR(8 * mean_of(deviation_of_thresholds_in_cells, {{"n", 8}}), 1 - 1.0 / 18, slack);
}

TEST(DeviationOfThresholds, HasKolmogorovsLimit) {
  // E of its law, 2 √(π/8) Σ (−1)^(k−1)/k; and the mean itself at n = 64, up to n^(−3/2).
  EXPECT_NEAR(1e4 * deviation_of_thresholds_law({{"n", 1e8}}), 0.8687, 1e-4);
  const Point at{{"n", 64}};
  EXPECT_NEAR(mean_of(deviation_of_thresholds, at), deviation_of_thresholds_law(at),
              5 * 0.26 / 8 / std::sqrt(trials) + 1.0 / 512);
}

TEST(DeviationOfSubsets, OfTwoAtomsIsThatOfACoin) {
  // E |Bin(4, 1/2) − 2|/4 = 3/16.
  const Point at{{"D", 2}, {"n", 4}};
  EXPECT_NEAR(mean_of(deviation_of_subsets, at), 3.0 / 16, slack);
  EXPECT_NEAR(mean_of(deviation_of_one_subset, at), 3.0 / 16, slack);
  EXPECT_NEAR(mean_of(deviation_of_subsets_as_many_as_samples, at), 3.0 / 16, slack);
}

TEST(DeviationOfSubsets, HasItsLimit) {
  const Point at{{"D", 9}, {"n", 4096}};
  const double law = std::sqrt(8 / (2 * std::numbers::pi * 4096));
  // Eight degrees of freedom: a spread of less than half of the mean.
  EXPECT_NEAR(mean_of(deviation_of_subsets, at) / law, 1, 5 * 0.5 / std::sqrt(trials) + 1.0 / 455);
}

}  // namespace
}  // namespace asymptest::capacity::deviation_trials_test
