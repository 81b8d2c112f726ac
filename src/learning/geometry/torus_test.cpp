#include "learning/geometry/torus.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

#include "learning/geometry/nearest_neighbours.hpp"

namespace asymptest::learning::torus_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

/// lgamma of arguments near 1e4 is of the size of 1e5: a difference of two such loses five digits.
constexpr double gamma_rounding = 1e5 * std::numeric_limits<double>::epsilon();
constexpr double few_ulps = 8 * std::numeric_limits<double>::epsilon();

/// Area of the disc of radius r about the centre of the unit square, within the square.
double disc_in_square(double r) {
  if (r <= 0.5) return std::numbers::pi * r * r;
  if (r >= std::numbers::sqrt2 / 2) return 1;
  const double angle = std::acos(0.5 / r);  // half the angle of each of the four caps
  return std::numbers::pi * r * r - 4 * (r * r * angle - 0.5 * std::sqrt(r * r - 0.25));
}

/// ∫₀^(√2/2) (1 − area(r))^N dr by Simpson's rule: the law on T² itself, corners and all.
double mean_by_quadrature(double count) {
  constexpr int intervals = 1 << 18;
  const double width = std::numbers::sqrt2 / 2 / intervals;
  double sum = 0;
  for (int i = 0; i <= intervals; ++i) {
    const double weight = i == 0 || i == intervals ? 1 : i % 2 == 1 ? 4 : 2;
    sum += weight * std::pow(1 - disc_in_square(i * width), count);
  }
  return sum * width / 3;
}

/// Simpson's rule on 2^18 intervals of an integrand whose derivative has a square-root kink at 1/2.
constexpr double quadrature_error = 1e-9;

TEST(UnitBallVolume, HasItsTextbookValues) {
  EXPECT_NEAR(unit_ball_volume(1), 2, 2 * few_ulps);
  EXPECT_NEAR(unit_ball_volume(2), std::numbers::pi, 4 * few_ulps);
  EXPECT_NEAR(unit_ball_volume(3), 4 * std::numbers::pi / 3, 5 * few_ulps);
  EXPECT_NEAR(unit_ball_volume(4), std::numbers::pi * std::numbers::pi / 2, 5 * few_ulps);
}

TEST(TorusLaw, IsTheArithmeticOfGapsOnTheCircle) {
  for (const double n : {1.0, 2.0, 5.0, 128.0, 8192.0}) {
    const double expected = 1 / (2 * (n + 1));
    EXPECT_NEAR(mean_nearest_torus_distance_law(1, n), expected, gamma_rounding * expected);
  }
}

TEST(TorusLaw, AgreesWithQuadratureOnTheSquareTorusWithinItsRemainder) {
  for (const double n : {1.0, 2.0, 4.0, 16.0, 64.0}) {
    const double remainder = mean_nearest_torus_distance_remainder(2, n);
    EXPECT_NEAR(mean_nearest_torus_distance_law(2, n), mean_by_quadrature(n),
                remainder + quadrature_error)
        << "N = " << n;
  }
  // At N = 1 the remainder is no mere rounding: the law must not be claimed there.
  const double corners = mean_by_quadrature(1) - mean_nearest_torus_distance_law(2, 1);
  EXPECT_GT(corners, 0.1 * mean_nearest_torus_distance_remainder(2, 1));
}

TEST(TorusLaw, IsTheMeanThatTheNearestNeighboursMeasure) {
  constexpr int dimension = 3, trials = 1200, queries = 64;
  constexpr double count = 100;
  double sum = 0, sum_of_squares = 0;
  for (int trial = 0; trial < trials; ++trial) {
    Stream random({.claim = "torus", .point = "", .trial = static_cast<std::uint64_t>(trial)});
    const NearestNeighbours samples(
        uniform_torus_points(dimension, static_cast<Eigen::Index>(count), random));
    const double mean =
        mean_nearest_torus_distance(samples, uniform_torus_points(dimension, queries, random));
    sum += mean;
    sum_of_squares += mean * mean;
  }
  const double mean = sum / trials;
  const double standard_error = std::sqrt((sum_of_squares / trials - mean * mean) / (trials - 1));
  constexpr double standard_errors = 5;  // a fixed seed: the chance was 6e-7 when it was written
  EXPECT_NEAR(mean, mean_nearest_torus_distance_law(dimension, count),
              standard_errors * standard_error);
  // The smallest error worth planting, Γ(N)/Γ(N + 1/d) for the law of N points: 1/(dN) = 0.0033.
  constexpr double effect_of_one_point = 1.0 / (dimension * count);
  EXPECT_LT(standard_error / mean, effect_of_one_point);
}

TEST(Torus, DrawsCoordinatesInsideTheUnitInterval) {
  Stream random({.claim = "torus"});
  const Eigen::MatrixXd points = uniform_torus_points(2, 1000, random);
  EXPECT_GT(points.minCoeff(), 0);
  EXPECT_LT(points.maxCoeff(), 1);
}

TEST(Torus, RefusesSizesBelowOne) {
  Stream random({.claim = "torus"});
  EXPECT_THAT([&] { uniform_torus_points(0, 5, random); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("dimension is 0")));
  EXPECT_THAT([&] { uniform_torus_points(2, 0, random); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("count is 0")));
  EXPECT_THAT([&] { (void)unit_ball_volume(0); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("dimension is 0")));
  EXPECT_THAT([&] { (void)mean_nearest_torus_distance_law(2, 0); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("count is 0")));
}

}  // namespace
}  // namespace asymptest::learning::torus_test
