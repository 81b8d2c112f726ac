#include "orbit_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "learning/geometry/torus.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::orbit_trials_test {
namespace {

constexpr double standard_errors = 5;

void expect_mean(const Trial& trial, const Point& at, double expected, double remainder = 0) {
  const auto [mean, error] = trial_mean_and_error("orbit-trials-test", trial, at, 400);
  EXPECT_NEAR(mean, expected, standard_errors * error + remainder * expected);
}

TEST(DistanceToSamples, HasTheLawOfTheTorus) {
  expect_mean(distance_to_samples, {{"N", 100}}, learning::mean_nearest_torus_distance_law(2, 100));
}

TEST(DistanceToOrbits, HasTheLawOfTheCircle) {
  expect_mean(distance_to_orbits, {{"N", 100}}, 1 / 202.0);
}

TEST(DistanceToTranslates, IsThatOfIndependentSamplesWhileTheyAreFew) {
  // Translates of one sample share a line: a disc of radius r meets 2rN lines with k(2/3·2r) points
  // each, so that the law moves by a share of order √(k/N).
  const double n = 400, k = 4;
  expect_mean(distance_to_translates, {{"N", n}, {"k", k}},
              learning::mean_nearest_torus_distance_law(2, n * k), std::sqrt(k / n));
  // One translate of each sample is another sample.
  expect_mean(distance_to_translates, {{"N", n}, {"k", 1}},
              learning::mean_nearest_torus_distance_law(2, n));
}

TEST(DistanceToSmallTranslates, IsThatOfTheSamplesLessTheMovesAtMost) {
  expect_mean(distance_to_small_translates, {{"N", 100}, {"k", 10}},
              learning::mean_nearest_torus_distance_law(2, 100),
              0.0015 / learning::mean_nearest_torus_distance_law(2, 100));
}

}  // namespace
}  // namespace asymptest::scaling::orbit_trials_test
