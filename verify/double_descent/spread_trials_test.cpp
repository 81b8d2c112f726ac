#include "spread_trials.hpp"

#include <gtest/gtest.h>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::double_descent::spread_trials_test {
namespace {

double mean_of(const Trial& trial, double width) {
  constexpr std::uint64_t trials = 24;
  return trial_mean("spread-test", trial, {{"m", width}}, trials);
}

// Means of 24 positive trials with relative deviations of 1 to 3 lie within a factor of 2 of
// theirs.
TEST(SpreadOfOutputs, FallsWithTheWidth) {
  // Factors of 16 and 4096 in the laws.
  const auto ratio = [](SpreadNetwork kind) {
    return mean_of(spread_of_outputs(kind), 16) / mean_of(spread_of_outputs(kind), 256);
  };
  EXPECT_GT(ratio(SpreadNetwork::wide), 4);
  EXPECT_GT(ratio(SpreadNetwork::mean_field), 256);
}

TEST(SpreadOfLosses, FallsWithTheWidth) {
  EXPECT_GT(mean_of(spread_of_losses(SpreadNetwork::wide), 16),
            4 * mean_of(spread_of_losses(SpreadNetwork::wide), 256));
}

}  // namespace
}  // namespace asymptest::double_descent::spread_trials_test
