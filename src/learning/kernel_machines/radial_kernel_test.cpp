#include "learning/kernel_machines/radial_kernel.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <utility>

namespace asymptest::learning::radial_kernel_test {
namespace {

/// Columns without a pattern, all within the unit cube.
Eigen::MatrixXd scattered(Eigen::Index coordinates, Eigen::Index count, double shift) {
  return Eigen::MatrixXd::NullaryExpr(coordinates, count, [&](Eigen::Index i, Eigen::Index j) {
    return std::fmod(std::sin(static_cast<double>(1 + i * 31 + j * 7) + shift) * 43758.5, 1.0);
  });
}

TEST(RadialKernel, IsTheFunctionOfTheDistance) {
  constexpr double length = 0.7, rounding = 1e-13;
  for (const Eigen::Index coordinates : {1, 3, 16, 17, 40}) {
    const Eigen::MatrixXd x = scattered(coordinates, 4, 0), z = scattered(coordinates, 3, 0.5);
    const Eigen::MatrixXd laplace = radial_kernel(Radial::laplace, x, z, length);
    const Eigen::MatrixXd gaussian = radial_kernel(Radial::gaussian, x, z, length);
    const Eigen::MatrixXd three = radial_kernel(Radial::matern_three_halves, x, z, length);
    const Eigen::MatrixXd five = radial_kernel(Radial::matern_five_halves, x, z, length);
    ASSERT_EQ(laplace.rows(), 4);
    ASSERT_EQ(laplace.cols(), 3);
    for (Eigen::Index i = 0; i < 4; ++i) {
      for (Eigen::Index j = 0; j < 3; ++j) {
        const double r = (x.col(i) - z.col(j)).norm() / length;
        EXPECT_NEAR(laplace(i, j), std::exp(-r), rounding);
        EXPECT_NEAR(gaussian(i, j), std::exp(-r * r), rounding);
        EXPECT_NEAR(three(i, j), (1 + r) * std::exp(-r), rounding);
        EXPECT_NEAR(five(i, j), (1 + r + r * r / 3) * std::exp(-r), rounding);
      }
    }
  }
}

/// On a line the spectral density of a kernel of order s = (1 + 2ν)/2 is (1 + ω²)^(−s) but for a
/// constant: the Fourier transform at ω over that at 0, by the trapezoidal rule.
TEST(RadialKernel, HasTheSpectrumOfItsSobolevSpace) {
  constexpr double step = 1.0 / 64, end = 60;
  const auto count = static_cast<Eigen::Index>(2 * end / step) + 1;
  const Eigen::MatrixXd x = Eigen::RowVectorXd::LinSpaced(count, -end, end);
  for (const auto& [shape, order] : {std::pair{Radial::laplace, 1},
                                     {Radial::matern_three_halves, 2},
                                     {Radial::matern_five_halves, 3}}) {
    const Eigen::ArrayXd values =
        radial_kernel(shape, x, Eigen::MatrixXd::Zero(1, 1), 1).col(0).array();
    for (const double frequency : {0.5, 1.0, 2.0}) {
      const double transform =
          (values * (frequency * x.row(0).transpose().array()).cos()).sum() / values.sum();
      // The rule's error: that of the kink at 0 of Laplace's, step²/12 of either sum.
      constexpr double of_rule = 2 * step * step / 12;
      EXPECT_NEAR(transform, std::pow(1 + frequency * frequency, -order), of_rule);
    }
  }
}

TEST(RadialKernel, IsExactlyOneAtAPoint) {
  const Eigen::MatrixXd x = scattered(30, 5, 0);
  EXPECT_EQ(radial_kernel(Radial::laplace, x, 1).diagonal(), Eigen::VectorXd::Ones(5));
}

TEST(RadialKernel, RefusesWhatHasNoDistance) {
  const Eigen::MatrixXd x = scattered(2, 3, 0);
  EXPECT_THROW(radial_kernel(Radial::laplace, x, scattered(3, 3, 0), 1), std::invalid_argument);
  EXPECT_THROW(radial_kernel(Radial::gaussian, x, 0), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::radial_kernel_test
