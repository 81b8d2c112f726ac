#include "loop_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::loop_trials_test {
namespace {

constexpr double standard_errors = 5;

void expect_mean(const Trial& trial, const Point& at, double expected, double next_order) {
  const auto [mean, error] = trial_mean_and_error("loop-trials-test", trial, at, 60);
  EXPECT_NEAR(mean, expected, standard_errors * error + next_order);
}

TEST(ExponentTimesDimension, OnTheSphereIsOneUpToTheNextOrder) {
  // On S² with N/8 = 100: E δ² has 1/(N/8) for the next order, over log 8.
  expect_mean(exponent_times_dimension_on_sphere({}), {{"d", 2}, {"N", 800}}, 1, 0.01);
  // Of S¹ the law of a gap, N²/((N + 1)(N + 2)).
  expect_mean(exponent_times_dimension_on_sphere({}), {{"d", 1}, {"N", 800}}, 1, 0.02);
}

TEST(ExponentTimesDimension, OfAKnownDimensionIsTheExponentAlone) {
  // D/d of it.
  expect_mean(exponent_times_dimension_on_sphere({.ambient = true}), {{"d", 2}, {"N", 800}}, 1.5,
              0.015);
}

TEST(ExponentTimesDimension, OfNoiseAloneIsZero) {
  expect_mean(exponent_times_dimension_on_sphere({.label_noise = 1e6}), {{"d", 2}, {"N", 400}}, 0,
              1e-4);
}

TEST(ExponentTimesDimension, OfALineInAnySpaceIsOne) {
  // A manifold of one frequency is an ellipse.
  expect_mean(exponent_times_dimension_on_manifold(1, 1, {}), {{"N", 800}}, 1, 0.02);
}

}  // namespace
}  // namespace asymptest::scaling::loop_trials_test
