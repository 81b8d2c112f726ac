#include "learning/features/chebyshev_basis.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace asymptest::learning::chebyshev_basis_test {
namespace {

TEST(ChebyshevBasis, FollowsTheRecurrence) {
  const Eigen::VectorXd points = Eigen::VectorXd::LinSpaced(7, -1, 1);
  const Eigen::MatrixXd basis = chebyshev_basis(points, 6);
  Eigen::VectorXd before = Eigen::VectorXd::Ones(7), here = points;
  for (Eigen::Index k = 1; k < 6; ++k) {
    EXPECT_LT((basis.col(k) - std::sqrt(2.0) * here).norm(), 1e-13) << k;
    const Eigen::VectorXd next = 2 * points.cwiseProduct(here) - before;
    before = here;
    here = next;
  }
}

TEST(ChebyshevBasis, IsOrthonormalOnItsNodesAndFoldsBeyond) {
  const Eigen::Index n = 9;
  const Eigen::MatrixXd basis = chebyshev_basis(chebyshev_nodes(n), 2 * n);
  const Eigen::MatrixXd gram = basis.leftCols(n).transpose() * basis.leftCols(n) / 9.0;
  EXPECT_LT((gram - Eigen::MatrixXd::Identity(n, n)).norm(), 1e-13);
  EXPECT_LT(basis.col(n).norm(), 1e-13);
  for (Eigen::Index i = 1; i < n; ++i) {
    EXPECT_LT((basis.col(n + i) + basis.col(n - i)).norm(), 1e-12) << i;
  }
}

TEST(ChebyshevBasis, RefusesWhatHasNone) {
  EXPECT_THROW(chebyshev_nodes(0), std::invalid_argument);
  EXPECT_THROW(chebyshev_basis(chebyshev_nodes(3), 0), std::invalid_argument);
  EXPECT_THROW(chebyshev_basis(Eigen::VectorXd::Constant(1, 1.5), 3), std::domain_error);
}

}  // namespace
}  // namespace asymptest::learning::chebyshev_basis_test
