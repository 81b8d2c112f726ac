#include "learning/kernel_machines/laplace_line.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "learning/kernel_machines/kernel_interpolant.hpp"
#include "learning/kernel_machines/radial_kernel.hpp"

namespace asymptest::learning::laplace_line_test {
namespace {

const Eigen::VectorXd places = (Eigen::VectorXd(6) << -0.3, 0.1, 0.25, 0.9, 1.4, 3).finished();

KernelInterpolant solved(double length) {
  return KernelInterpolant(radial_kernel(Radial::laplace, places.transpose(), length));
}

TEST(LaplaceLineNorm, IsThatOfTheSolvedSystem) {
  const Eigen::VectorXd labels = (Eigen::VectorXd(6) << 1, -1, 0.5, 2, 0, -1).finished();
  for (const double length : {0.3, 1.0, 4.0}) {
    const double expected = solved(length).squared_norm(labels);
    EXPECT_NEAR(laplace_line_norm(places, labels, length), expected, 1e-12 * expected);
    const double of_noise = solved(length).mean_squared_norm_of_noise();
    EXPECT_NEAR(laplace_line_norm_of_noise(places, length), of_noise, 1e-12 * of_noise);
  }
}

TEST(LaplaceLineNorm, TendsToTheSobolevNorm) {
  // ‖f‖² = ½ (f(0)² + f(1)² + ∫ f² + f'²) on [0, 1] at ℓ = 1, of cos 2πx: ½ (2 + ½ + 2π²).
  const Eigen::Index n = 4096;
  const Eigen::VectorXd grid = Eigen::VectorXd::LinSpaced(n, 0, 1);
  const double turn = 2 * std::acos(-1.0);
  const double norm = laplace_line_norm(grid, (turn * grid.array()).cos().matrix(), 1);
  EXPECT_NEAR(norm, 0.5 * (2.5 + turn * turn / 2), 1e-4);
}

TEST(LaplaceLineNorm, RefusesPointsOutOfOrder) {
  Eigen::VectorXd points = places;
  points(2) = points(1);
  EXPECT_THROW(laplace_line_norm_of_noise(points, 1), std::invalid_argument);
  EXPECT_THROW(laplace_line_norm(places, Eigen::VectorXd::Ones(5), 1), std::invalid_argument);
  EXPECT_THROW(laplace_line_norm_of_noise(places, 0), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::laplace_line_test
