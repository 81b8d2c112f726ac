#include "learning/spectra/symmetric_eigenvalues.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace asymptest::learning::symmetric_eigenvalues_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::MatrixXd;

/// The symmetric QR algorithm is backward stable: a few dozen ε times the norm.
constexpr double rounding = 64 * std::numeric_limits<double>::epsilon();

TEST(SymmetricEigenvalues, MeetTheClosedFormOfThePathLaplacian) {
  // tridiag(−1, 2, −1) of size n: 2 − 2·cos(kπ/(n+1)).
  constexpr int n = 12;
  MatrixXd laplacian = 2 * MatrixXd::Identity(n, n);
  laplacian.diagonal(1).setConstant(-1);
  laplacian.diagonal(-1).setConstant(-1);
  const Eigen::VectorXd found = symmetric_eigenvalues(laplacian);
  for (int k = 1; k <= n; ++k) {
    EXPECT_NEAR(found[k - 1], 2 - 2 * std::cos(k * std::numbers::pi / (n + 1)), 4 * rounding);
  }
  EXPECT_EQ(smallest_eigenvalue(laplacian), found[0]);
}

TEST(SymmetricEigenpairs, AreOrthonormalAndRebuildTheMatrix) {
  const MatrixXd any{{2, -1, 0.5}, {-1, 0.3, 1.5}, {0.5, 1.5, -1}};
  const SymmetricPairs pairs = symmetric_eigenpairs(any);
  const MatrixXd rebuilt = pairs.vectors * pairs.values.asDiagonal() * pairs.vectors.transpose();
  EXPECT_LT((rebuilt - any).norm(), rounding * any.norm());
  EXPECT_LT((pairs.vectors.transpose() * pairs.vectors - MatrixXd::Identity(3, 3)).norm(),
            rounding);
  EXPECT_TRUE(pairs.values.isApprox(symmetric_eigenvalues(any), rounding));
  EXPECT_THAT([&] { symmetric_eigenpairs(MatrixXd(2, 3).setZero()); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("the matrix is 2 x 3")));
}

TEST(SymmetricEigenvalues, RefusesWhatIsNotSquare) {
  EXPECT_THAT([&] { symmetric_eigenvalues(MatrixXd::Ones(2, 3)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("the matrix is 2 x 3")));
  EXPECT_THAT([&] { symmetric_eigenvalues(MatrixXd()); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("is 0 x 0")));
}

}  // namespace
}  // namespace asymptest::learning::symmetric_eigenvalues_test
