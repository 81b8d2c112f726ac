#include "asymptest/linear_algebra/symmetric_eigen.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace asymptest::symmetric_eigen_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

/// Second differences on n points, lower triangle only: eigenvalues 2 − 2 cos(kπ/(n + 1)).
MatrixXd second_differences(Index n) {
  MatrixXd matrix = MatrixXd::Zero(n, n);
  matrix.diagonal().setConstant(2);
  matrix.diagonal(-1).setConstant(-1);
  return matrix;
}

constexpr Index size = 20;
constexpr double rounding = 1e-14;  // a few ε times the norm, 4

TEST(SymmetricEigen, FindsTheSpectrumOfSecondDifferences) {
  const Eigen::VectorXd values = symmetric_values(second_differences(size));
  for (Index k = 0; k < size; ++k) {
    const double angle = std::numbers::pi * static_cast<double>(k + 1) / (size + 1);
    EXPECT_NEAR(values(k), 2 - 2 * std::cos(angle), rounding);
  }
}

TEST(SymmetricEigen, PairsAreOrthonormalAndTakeTheMatrixApart) {
  const auto [values, vectors] = symmetric_pairs(second_differences(size));
  const MatrixXd whole = second_differences(size).selfadjointView<Eigen::Lower>();
  EXPECT_LE((vectors.transpose() * vectors - MatrixXd::Identity(size, size)).norm(), 10 * rounding);
  EXPECT_LE((vectors * values.asDiagonal() * vectors.transpose() - whole).norm(), 10 * rounding);
}

TEST(SymmetricEigen, RefusesWhatHasNoSpectrum) {
  EXPECT_THROW(symmetric_values(MatrixXd(0, 0)), std::invalid_argument);
  EXPECT_THROW(symmetric_pairs(MatrixXd::Zero(2, 3)), std::invalid_argument);
  MatrixXd broken = second_differences(3);
  broken(1, 0) = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW(symmetric_values(broken), std::runtime_error);
}

}  // namespace
}  // namespace asymptest::symmetric_eigen_test
