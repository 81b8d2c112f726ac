#include "noise_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::robustness::noise_trials_test {
namespace {

TEST(NoiseTrials, OfTwoPointsHaveTheMeanOfTheirDistance) {
  constexpr double standard_errors = 5;
  // Labels ±1 differ by 2; uniform points of [0, 1] are 1/3 apart on average, whose reciprocal has
  // no mean: take the distance.
  const Trial distance = [](const Point& at, Stream& random) {
    return 2 / least_lipschitz_of_noise(1)(at, random);
  };
  const auto [mean, error] = trial_mean_and_error("noise-trials-test", distance, {{"n", 2}}, 4000);
  EXPECT_NEAR(mean, 1.0 / 3, standard_errors * error);
}

TEST(NoiseTrials, InCellsAreNearlyThoseOfTheLattice) {
  // Neighbours are between nine and eleven tenths of a cell apart along their axis, and at most a
  // tenth across it; among many there are unlike ones.
  for (const int dimension : {1, 2, 3}) {
    const double side = 8, n = std::pow(side, dimension);
    Stream random({1, "noise-trials-test", "", static_cast<std::uint64_t>(dimension)});
    const double lipschitz = least_lipschitz_of_noise_in_cells(dimension)({{"n", n}}, random);
    EXPECT_LE(lipschitz, 2 * side / 0.9);
    EXPECT_GE(lipschitz, 2 * side / std::hypot(1.1, 0.1 * std::sqrt(dimension - 1.0)));
  }
}

TEST(NoiseTrials, OfALineStayBelowItsSlope) {
  Stream random({1, "noise-trials-test", "line", 1});
  EXPECT_DOUBLE_EQ(least_lipschitz_of_a_line(1)({{"n", 200}}, random), 1);
  const double lipschitz = least_lipschitz_of_a_line(3)({{"n", 200}}, random);
  EXPECT_LE(lipschitz, 1 + 1e-12);
  EXPECT_GE(lipschitz, 0.99);  // of 19900 pairs a share 1 − 0.99 is within the angle
}

}  // namespace
}  // namespace asymptest::robustness::noise_trials_test
