#include "learner_trials.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "learning/geometry/torus.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::learner_trials_test {
namespace {

constexpr double standard_errors = 5;

void expect_mean(const Trial& trial, const Point& at, double expected, double remainder) {
  const auto [mean, error] = trial_mean_and_error("learner-trials-test", trial, at, 4000);
  EXPECT_NEAR(mean, expected, standard_errors * error + remainder * expected);
}

TEST(NearestNeighbourError, IsHalfTheSquareOfTheDistanceTimesTheSlope) {
  // On the circle E δ² = 1/(2(N + 1)(N + 2)) and f'² has the mean (2π)²/2; the remainder is of the
  // order of (2πδ)².
  const double n = 200, slope = 2 * std::numbers::pi * std::numbers::pi;
  const double expected = slope / (2 * (n + 1) * (n + 2));
  expect_mean(nearest_neighbour_error(1), {{"N", n}}, expected, std::pow(8 / n, 2));
  expect_mean(nearest_neighbour_error_with_noise(1), {{"N", n}}, expected + 16, 0);
  // A jump of 2 is missed within half a gap on either side of its two places: 4·2·E δ/2.
  expect_mean(nearest_neighbour_error_of_a_step(1), {{"N", n}}, 4 / (n + 1), 0.01);
}

TEST(BrokenLineError, IsTheMomentOfAGap) {
  // f''²/4·t²(g − t)² over a gap g: g⁴/120 f''² with E over points g⁵N = 5!/((N+1)…(N+4)).
  const double n = 100, curvature = std::pow(2 * std::numbers::pi, 4) / 2;
  const double expected = curvature / ((n + 1) * (n + 2) * (n + 3) * (n + 4));
  expect_mean(broken_line_error, {{"N", n}}, expected, std::pow(16 / n, 2));
  // Across a jump the line loses 4(s³ + (1 − s)³)/3 of the gap, 2/3 on average, and the gap around
  // a given place has the mean 2/(N + 1).
  expect_mean(broken_line_error_of_a_step, {{"N", n}}, 8 / (3 * (n + 1)), 0.02);
}

TEST(BrokenLineError, IsThatOfDrawnPhasesAndPoints) {
  // Three samples, whose gaps are large: against a line drawn at random places and phases.
  const Trial drawn = [](const Point& at, Stream& random) {
    Stream copy = random;  // the samples of the closed form
    const double mean = broken_line_error(at, copy);
    const Eigen::MatrixXd points = learning::uniform_torus_points(1, 3, random);
    std::array<double, 4> x = {points(0), points(1), points(2), 0};
    std::sort(x.begin(), x.end() - 1);
    x[3] = x[0] + 1;
    const double place = random.uniform(x[0], x[3]), phase = random.uniform();
    const auto right = std::upper_bound(x.begin() + 1, x.end() - 1, place);
    const double t = (place - *(right - 1)) / (*right - *(right - 1));
    const auto f = [&](double at_x) { return std::cos(2 * std::numbers::pi * (at_x + phase)); };
    return std::pow((1 - t) * f(*(right - 1)) + t * f(*right) - f(place), 2) - mean;
  };
  expect_mean(drawn, {{"N", 3}}, 0, 0);
}

TEST(NearestNeighbourError, IsThatOfDrawnPhases) {
  // One sample: the nearest, wherever it is. E (f(x) − f(x'))² = 1 for a wave, E 8|s| = 2 for the
  // step, s uniform on the circle.
  expect_mean(nearest_neighbour_error(1), {{"N", 1}}, 1, 0);
  expect_mean(nearest_neighbour_error(3), {{"N", 1}}, 3, 0);
  expect_mean(nearest_neighbour_error_of_a_step(2), {{"N", 1}}, 2, 0);
}

}  // namespace
}  // namespace asymptest::scaling::learner_trials_test
