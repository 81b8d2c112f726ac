#include "learning/kernel_machines/kernel_interpolant.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/LU>
#include <stdexcept>
#include <tuple>

#include "learning/kernel_machines/radial_kernel.hpp"

namespace asymptest::learning::kernel_interpolant_test {
namespace {

constexpr double rounding = 1e-12;

Eigen::MatrixXd sample_kernel() {
  const Eigen::MatrixXd points = (Eigen::MatrixXd(2, 5) << 0, 1, 0.2, 0.9, 0.4,  //
                                  0, 0.1, 1, 0.8, 0.5)
                                     .finished();
  return radial_kernel(Radial::laplace, points, 0.8);
}

TEST(KernelInterpolant, MeetsTheLabels) {
  const Eigen::MatrixXd kernel = sample_kernel();
  const Eigen::VectorXd labels = (Eigen::VectorXd(5) << 1, -1, -1, 1, 1).finished();
  const KernelInterpolant fit(kernel);
  EXPECT_TRUE((kernel * fit.coefficients(labels)).isApprox(labels, rounding));
}

TEST(KernelInterpolant, HasTheNormsOfTheInverse) {
  const Eigen::MatrixXd kernel = sample_kernel(), inverse = kernel.inverse();
  const Eigen::VectorXd labels = (Eigen::VectorXd(5) << 1, 2, 0, 1, -3).finished();
  const KernelInterpolant fit(kernel);
  EXPECT_NEAR(fit.squared_norm(labels), labels.dot(inverse * labels), 100 * rounding);
  EXPECT_NEAR(fit.mean_squared_norm_of_noise(), inverse.trace(), 100 * rounding);
}

TEST(KernelInterpolant, RefusesWhatItCannotSolve) {
  Eigen::MatrixXd kernel = sample_kernel();
  EXPECT_THROW(std::ignore = KernelInterpolant(kernel).coefficients(Eigen::VectorXd::Ones(4)),
               std::invalid_argument);
  EXPECT_THROW(KernelInterpolant(kernel.topRows(3)), std::invalid_argument);
  kernel.col(1) = kernel.col(0);
  kernel.row(1) = kernel.row(0);
  EXPECT_THAT([&] { KernelInterpolant fit(kernel); },
              testing::ThrowsMessage<std::domain_error>(testing::HasSubstr("least pivot")));
}

TEST(KernelInterpolant, NamesAKernelThatIsTooSmooth) {
  const Eigen::MatrixXd line = Eigen::RowVectorXd::LinSpaced(64, 0, 1);
  EXPECT_THROW(KernelInterpolant(radial_kernel(Radial::gaussian, line, 1)), std::domain_error);
}

}  // namespace
}  // namespace asymptest::learning::kernel_interpolant_test
