#include "nearest_neighbour_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::interpolation::nearest_neighbour_trials_test {
namespace {

TEST(DisagreementChance, IsTheSumOverClasses) {
  for (const int classes : {2, 3, 5}) {
    double agree = 0;
    for (int j = 0; j < classes; ++j) {
      const double turn = 2 * std::numbers::pi * j / classes;
      agree += (1 + std::cos(2 * std::numbers::pi * 3 * 0.2 + turn)) *
               (1 + std::cos(2 * std::numbers::pi * 3 * 0.7 + turn)) / (classes * classes);
    }
    EXPECT_NEAR(disagreement_chance(classes, 3, 0.2, 0.7), 1 - agree, 1e-14) << classes;
  }
}

TEST(NearestNeighbourTrials, HaveTheirMeans) {
  const Point at{{"d", 1}, {"M", 2}};
  const auto mean_of = [&](const Trial& trial) {
    return trial_mean("nearest-neighbour-trials-test", trial, at, 64);
  };
  // Five standard errors of 2048 values between 0 and 1, of standard deviation at most 0.36.
  EXPECT_NEAR(mean_of(nearest_neighbour_risk), 0.25, 0.04);
  EXPECT_NEAR(mean_of(risk_of_fast_eta), 0.5, 0.04);
  EXPECT_NEAR(mean_of(risk_of_any_sample), 0.5, 0.04);
  EXPECT_EQ(nearest_neighbour_limit(at), 0.25);
}

TEST(PlaceBetweenBounds, IsAShare) {
  for (std::uint64_t trial = 0; trial < 100; ++trial) {
    Stream random({1, "nearest-neighbour-trials-test", "", trial});
    const double place = place_between_bounds(Point{{"M", 3}}, random, 3);
    EXPECT_GE(place, 0);
    EXPECT_LE(place, 1 + 1e-12);
  }
}

}  // namespace
}  // namespace asymptest::interpolation::nearest_neighbour_trials_test
