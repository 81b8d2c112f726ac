#include "neighbour_mean_trials.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/beta.hpp>
#include <cmath>
#include <numbers>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::neighbour_mean_trials_test {
namespace {

constexpr double standard_errors = 5;

NeighbourCount always(std::int64_t k) {
  return [=](std::int64_t) { return k; };
}

void expect_mean(const Trial& trial, double samples, double expected) {
  const auto [mean, error] =
      trial_mean_and_error("neighbour-mean-trials-test", trial, {{"N", samples}}, 2000);
  EXPECT_NEAR(mean, expected, standard_errors * error);
}

/// On the circle the (k + 1)-th distance r has 2r ~ Beta(k + 1, N − k), and the k nearest are
/// independent and uniform within it: with φ = sin(2πr)/(2πr) the mean of the waves' bias is
/// ½ E[(1 − φ)² + (1 − φ²)/k].
double risk_on_circle(double samples, double k) {
  const boost::math::beta_distribution<> twice_radius(k + 1, samples - k);
  constexpr int quantiles = 20000;
  double sum = 0;
  for (int i = 0; i < quantiles; ++i) {
    const double z = std::numbers::pi * boost::math::quantile(twice_radius, (i + 0.5) / quantiles);
    const double mean = std::sin(z) / z;
    sum += (std::pow(1 - mean, 2) + (1 - mean * mean) / k) / 2;
  }
  return 1 / k + sum / quantiles;
}

TEST(NeighbourMeanRisk, OnTheCircleIsThatOfUniformNeighbours) {
  expect_mean(neighbour_mean_risk(1, always(16)), 64, risk_on_circle(64, 16));
  expect_mean(neighbour_mean_risk(1, balanced_neighbours(1)), 243, risk_on_circle(243, 81));
}

TEST(NeighbourMeanRisk, OfOneSampleIsThatOfAPlaceDrawnBlindly) {
  expect_mean(neighbour_mean_risk(1, always(1)), 1, 1 + 1);
  expect_mean(neighbour_mean_risk(3, always(1)), 1, 3 + 1);
  expect_mean(neighbour_mean_risk_of_a_step(2, always(1)), 1, 2 + 1);
}

TEST(NeighbourMeanRisk, OfAllSamplesIsThatOfTheirMean) {
  // The mean of the labels misses a target of mean square ½ an axis, and has 1/N of it for
  // variance.
  expect_mean(neighbour_mean_risk(2, always(10)), 10, 0.1 + 1 + 0.1);
}

TEST(NeighbourMeanRisk, OfAStepIsItsNeighboursBeyondTheJump) {
  // A share p = (r − u)/2r of them at a distance u < r from a jump of 2: 4p² + 4p(1 − p)/k, over
  // two jumps with two sides.
  const double n = 200, k = 20, radius = (k + 1) / (2 * (n + 1));
  expect_mean(neighbour_mean_risk_of_a_step(1, always(20)), n,
              1 / k + 4.0 / 3 * radius * (1 + 2 / k));
}

TEST(BalancedNeighbours, AreAWholePowerOfWholePowers) {
  EXPECT_EQ(balanced_neighbours(1)(32768), 4096);
  EXPECT_EQ(balanced_neighbours(2)(13824), 576);
}

}  // namespace
}  // namespace asymptest::scaling::neighbour_mean_trials_test
