#include "noise_trials.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "two_squares.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::real_data::noise_trials_test {
namespace {

using learning::Radial;

constexpr double standard_errors = 5;

// The squares are far apart: the nearest of clean samples never errs.

TEST(NoisyRisk, OfARuleThatNeverErrsIsHalfTheNoise) {
  const TwoSquares data;
  const Point at{{"n", 64}, {"q", 0.6}};
  const std::vector<std::pair<Trial, double>> cases{
      {noisy_risk_over_identity, 1}, {noisy_risk_over_stated, 1}, {flipped_risk_over_identity, 2}};
  for (const auto& [trial, expected] : cases) {
    const auto [mean, error] = trial_mean_and_error("noise-test", trial, at, 64);
    EXPECT_NEAR(mean, expected, standard_errors * error);
  }
}

TEST(Gap, OfCleanLabelsIsNone) {
  const TwoSquares data;
  const Point at{{"n", 64}, {"q", 0.4}};
  const auto gap = trial_mean_and_error("noise-test", gap_on_clean_labels(Radial::laplace), at, 4);
  EXPECT_DOUBLE_EQ(gap.mean, -0.2);
}

TEST(Gap, IsTheAdvantageLeftByTheNoise) {
  const TwoSquares data;
  const double q = 0.4;
  const Point at{{"n", 64}, {"q", q}};
  for (const Radial shape : {Radial::laplace, Radial::gaussian}) {
    const auto gap = trial_mean_and_error("noise-test", gap_above_half_the_noise(shape), at, 16);
    const auto advantage = trial_mean_and_error("more", advantage_over_chance(shape), at, 16);
    EXPECT_NEAR(gap.mean, (1 - q) * (0.5 - advantage.mean),
                standard_errors * (gap.error + advantage.error));
  }
}

TEST(Gap, OfOneParameterIsSmall) {
  const TwoSquares data;
  const auto [mean, error] =
      trial_mean_and_error("noise-test", gap_of_one_parameter, Point{{"n", 900}, {"q", 0.4}}, 16);
  EXPECT_NEAR(mean, -0.2, standard_errors * error + 1 / 30.0);  // a gap of √(1/n) at most
}

TEST(Advantage, FromNoiseAloneIsNone) {
  const TwoSquares data;
  const auto [mean, error] = trial_mean_and_error(
      "noise-test", advantage_from_noise_alone(Radial::laplace), Point{{"n", 64}, {"q", 0.4}}, 64);
  EXPECT_NEAR(mean, 0, standard_errors * error);
}

}  // namespace
}  // namespace asymptest::real_data::noise_trials_test
