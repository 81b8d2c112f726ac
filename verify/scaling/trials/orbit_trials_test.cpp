#include "orbit_trials.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "learning/geometry/torus.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::orbit_trials_test {
namespace {

constexpr double standard_errors = 5;

void expect_mean(const Trial& trial, const Point& at, double expected) {
  const auto [mean, error] = trial_mean_and_error("orbit-trials-test", trial, at, 400);
  EXPECT_NEAR(mean, expected, standard_errors * error);
}

TEST(DistanceToSamples, HasTheLawOfTheTorus) {
  expect_mean(distance_to_samples, {{"N", 100}}, learning::mean_nearest_torus_distance_law(2, 100));
}

TEST(DistanceToOrbits, HasTheLawOfTheCircle) {
  expect_mean(distance_to_orbits, {{"N", 100}}, 1 / 202.0);
}

TEST(DistanceToTranslates, HasItsLaw) {
  for (const double k : {1, 4, 64}) {
    expect_mean(distance_to_translates, {{"N", 32}, {"k", k}}, mean_distance_to_translates(32, k));
  }
}

TEST(MeanDistanceToTranslates, IsThatOfTheTorusForOneAndOfTheCircleForMany) {
  constexpr double of_quadrature = 1e-9;  // ten times its own tolerance
  EXPECT_NEAR(mean_distance_to_translates(100, 1),
              learning::mean_nearest_torus_distance_law(2, 100), of_quadrature);
  // The translates of one orbit lie 1/k apart: height is hidden below a distance of √(r/k).
  constexpr double translates = 1e9, left_of_the_orbit = 1e-6;
  EXPECT_NEAR(mean_distance_to_translates(100, translates), 1 / 202.0, left_of_the_orbit);
  EXPECT_THROW(mean_distance_to_translates(0, 1), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::scaling::orbit_trials_test
