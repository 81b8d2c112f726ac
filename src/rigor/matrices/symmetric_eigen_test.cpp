#include "rigor/matrices/symmetric_eigen.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace asymptest::rigor::symmetric_eigen_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

/// The algorithm is backward stable: an error of some n units in the last place of the norm.
constexpr double rounding_per_row = 64 * std::numeric_limits<double>::epsilon();

/// Second differences, whose eigenvalues are 2 − 2 cos(kπ/(n + 1)), turned by a reflection so that
/// no entry is 0.
MatrixXd turned_second_differences(Index n) {
  MatrixXd a = MatrixXd::Zero(n, n);
  for (Index i = 0; i < n; ++i) {
    a(i, i) = 2;
    if (i + 1 < n) a(i, i + 1) = a(i + 1, i) = -1;
  }
  const Eigen::VectorXd v = Eigen::VectorXd::LinSpaced(n, 1, 2).normalized();
  const MatrixXd turn = MatrixXd::Identity(n, n) - 2 * v * v.transpose();
  return turn * a * turn;
}

TEST(SymmetricEigen, FindsTheEigenvaluesOfTheSecondDifferences) {
  for (const Index n : {1, 2, 3, 4, 17, 100}) {
    const SymmetricEigen found = symmetric_eigen(turned_second_differences(n));
    for (Index k = 0; k < n; ++k) {
      const double exact =
          2 - 2 * std::cos(M_PI * static_cast<double>(k + 1) / static_cast<double>(n + 1));
      EXPECT_NEAR(found.values(k), exact, static_cast<double>(n) * rounding_per_row) << n;
    }
  }
}

TEST(SymmetricEigen, FindsOrthonormalEigenvectors) {
  const MatrixXd a = turned_second_differences(40);
  const SymmetricEigen found = symmetric_eigen(a);
  const MatrixXd& q = found.vectors;
  const double rounding = 40 * rounding_per_row;
  EXPECT_LE((a * q - q * found.values.asDiagonal()).norm(), rounding);
  EXPECT_LE((q.transpose() * q - MatrixXd::Identity(40, 40)).norm(), rounding);
}

TEST(SymmetricEigen, KeepsUpWithAnyScale) {
  for (const double scale : {0x1p-600, 0x1p-40, 0x1p40, 0x1p400}) {
    const MatrixXd a = turned_second_differences(30);
    const Eigen::VectorXd values = symmetric_eigen(scale * a).values / scale;
    EXPECT_LE((values - symmetric_eigen(a).values).norm(), 30 * rounding_per_row) << scale;
  }
}

TEST(SymmetricEigen, SolvesSystems) {
  const MatrixXd a = turned_second_differences(20);
  const Eigen::VectorXd exact = Eigen::VectorXd::LinSpaced(20, -1, 3);
  const double condition = 4 * 21 * 21;  // at most, of the second differences
  EXPECT_LE((solved(symmetric_eigen(a), a * exact) - exact).norm(),
            20 * rounding_per_row * condition * exact.norm());
  EXPECT_THROW(solved(symmetric_eigen(-a), exact), std::domain_error);
}

TEST(SymmetricEigen, ReadsTheLowerTriangleOnly) {
  MatrixXd a = turned_second_differences(9);
  const SymmetricEigen found = symmetric_eigen(a);
  for (Index j = 1; j < 9; ++j) a.col(j).head(j).setConstant(1000);
  EXPECT_EQ(symmetric_eigen(a).values, found.values);
}

TEST(SymmetricEigen, TakesDiagonalMatrices) {
  const MatrixXd a = Eigen::Vector3d(3, -1, 2).asDiagonal();
  EXPECT_EQ(symmetric_eigen(a).values, Eigen::VectorXd(Eigen::Vector3d(-1, 2, 3)));
}

TEST(SymmetricEigen, RefusesWhatHasNone) {
  EXPECT_THROW(symmetric_eigen(MatrixXd::Zero(2, 3)), std::invalid_argument);
  EXPECT_THROW(symmetric_eigen(MatrixXd()), std::invalid_argument);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW(symmetric_eigen(MatrixXd::Constant(3, 3, nan)), std::runtime_error);
}

}  // namespace
}  // namespace asymptest::rigor::symmetric_eigen_test
