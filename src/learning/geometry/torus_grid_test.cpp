#include "learning/geometry/torus_grid.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>
#include <stdexcept>

namespace asymptest::learning::torus_grid_test {
namespace {

/// A few dozen roundings of numbers of order one.
constexpr double rounding = 1e-12;

Stream stream(std::uint64_t trial) {
  return Stream({.suite_seed = 1, .claim = "torus-grid", .point = "", .trial = trial});
}

TorusFunction function_of(const TorusWaves& waves) {
  return [&waves](const Eigen::VectorXd& x) { return waves.at(x); };
}

TEST(TorusWaves, AddUp) {
  const TorusWaves waves(Eigen::MatrixXd::Identity(2, 2), Eigen::Vector2d(0, 0.25),
                         Eigen::Vector2d(2, 3));
  EXPECT_NEAR(waves.at(Eigen::Vector2d(0.5, 0.5)), -2, rounding);
  EXPECT_NEAR(waves.at(Eigen::Vector2d(0, 0.25)), 2 - 3, rounding);
}

TEST(PiecewiseLinear, TakesTheValuesOnTheLattice) {
  Stream random = stream(1);
  const TorusWaves f = coupled_wave(3, random);
  const Eigen::Vector3d vertex(0.25, 0.5, 0.75);
  EXPECT_NEAR(piecewise_linear(function_of(f), 4, vertex), f.at(vertex), rounding);
  EXPECT_NEAR(piecewise_constant(function_of(f), 4, vertex + Eigen::Vector3d(0.12, -0.12, 0.1)),
              f.at(vertex), rounding);
  // Halfway along one edge: the mean of its ends.
  const Eigen::Vector3d next = vertex + Eigen::Vector3d(0, 0.25, 0);
  EXPECT_NEAR(piecewise_linear(function_of(f), 4, 0.5 * (vertex + next)),
              0.5 * (f.at(vertex) + f.at(next)), rounding);
}

TEST(PiecewiseLinear, HasTheMeanSquaredErrorOfAWave) {
  constexpr int trials = 20000, m = 6;
  double sum = 0, integral = 0;
  for (std::uint64_t trial = 0; trial < trials; ++trial) {
    Stream random = stream(100 + trial);
    const TorusWaves f = additive_waves(1, random);
    const Eigen::VectorXd x = Eigen::VectorXd::Constant(1, random.uniform());
    sum += std::pow(piecewise_linear(function_of(f), m, x) - f.at(x), 2);
    const double h = 2 * std::numbers::pi / m, t = (static_cast<double>(trial) + 0.5) / trials;
    integral +=
        0.5 * std::norm(1.0 - (1 - t) * std::polar(1.0, -h * t) - t * std::polar(1.0, h * (1 - t)));
  }
  EXPECT_NEAR(sum / integral, 1, 0.05);
}

TEST(TorusGrid, RefusesWhatIsNoGrid) {
  Stream random = stream(2);
  const TorusWaves f = additive_waves(2, random);
  EXPECT_THAT(
      [&] { piecewise_linear(function_of(f), 0, Eigen::Vector2d(0, 0)); },
      testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("0 points an axis")));
  EXPECT_THAT([] { TorusWaves(Eigen::MatrixXd::Ones(2, 1), {}, {}); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("0 phases")));
}

}  // namespace
}  // namespace asymptest::learning::torus_grid_test
