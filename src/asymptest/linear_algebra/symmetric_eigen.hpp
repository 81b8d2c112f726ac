#pragma once

#include <Eigen/Core>

namespace asymptest {

/// Eigenvalues of a symmetric matrix in ascending order and, column by column, their orthonormal
/// eigenvectors.
struct SymmetricPairs {
  Eigen::VectorXd values;
  Eigen::MatrixXd vectors;
};

/// By Eigen's solver from the lower triangle. Each value is accurate to a few ε times the matrix's
/// norm. Throws std::invalid_argument unless the matrix is square and not empty,
/// std::runtime_error if the iteration doesn't converge, as for entries that are no numbers.
SymmetricPairs symmetric_pairs(const Eigen::Ref<const Eigen::MatrixXd>& lower);

/// The values alone: a quarter of the time.
Eigen::VectorXd symmetric_values(const Eigen::Ref<const Eigen::MatrixXd>& lower);

}  // namespace asymptest
