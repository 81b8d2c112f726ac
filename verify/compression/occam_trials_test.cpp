#include "occam_trials.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::compression::occam_trials_test {
namespace {

constexpr std::uint64_t trials = 4096;

/// The same supremum with the labels drawn: the errors of each of 2^K functions are counted.
double drawn_gap(const Point& at, Stream& random) {
  const int samples = static_cast<int>(at["n"]);
  int least = samples;
  for (int f = 0; f < std::exp2(at["K"]); ++f) {
    const auto labels = static_cast<std::uint64_t>(std::ldexp(random.uniform(), samples));
    least = std::min(least, std::popcount(labels));
  }
  return 0.5 - least / at["n"];
}

TEST(LargestGap, IsThatOfDrawnFunctions) {
  for (const double bits : {0.0, 1.0, 5.0}) {
    const Point at{{"K", bits}, {"n", 16}};
    const auto mean = [&](const Trial& trial) {
      return trial_mean("occam-trials-test", trial, at, trials);
    };
    // A gap spreads by no more than that of one function, 1/(2√n); two means of 4096 differ by √2
    // of their standard errors.
    const double slack = 5 * std::sqrt(2.0) / (2 * 4) / std::sqrt(trials);
    EXPECT_NEAR(mean(largest_gap), mean(drawn_gap), slack) << bits;
  }
}

/// No training error among so many functions: the gap is the risk of a guess.
TEST(LargestGap, OfAllCodesIsAHalf) {
  Stream random({1, "occam-trials-test", "", 0});
  EXPECT_EQ(largest_gap(Point{{"K", 1024}, {"n", 16}}, random), 0.5);
}

}  // namespace
}  // namespace asymptest::compression::occam_trials_test
