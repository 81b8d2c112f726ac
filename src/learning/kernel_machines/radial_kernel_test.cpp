#include "learning/kernel_machines/radial_kernel.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

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
    ASSERT_EQ(laplace.rows(), 4);
    ASSERT_EQ(laplace.cols(), 3);
    for (Eigen::Index i = 0; i < 4; ++i) {
      for (Eigen::Index j = 0; j < 3; ++j) {
        const double r = (x.col(i) - z.col(j)).norm() / length;
        EXPECT_NEAR(laplace(i, j), std::exp(-r), rounding);
        EXPECT_NEAR(gaussian(i, j), std::exp(-r * r), rounding);
      }
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
