#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// The singular values of a matrix of any shape, in descending order; min(rows, columns) of them.
///
/// A Householder QR factorisation of the taller orientation, then one-sided Jacobi on the triangle:
/// each value is accurate to a few ε·σ_max. The eigenvalues of the Gram matrix A·Aᵀ are accurate
/// to ε·σ_max² only, so that they lose every σ below √ε·σ_max ≈ 1e-8·σ_max.
///
/// Throws std::invalid_argument if the matrix is empty or has an entry that is not finite.
Eigen::VectorXd singular_values(const Eigen::MatrixXd& matrix);

/// The thin left factor U and the singular values of A = U·diag(σ)·Vᵀ, for A with no more rows
/// than columns. Column k of `vectors` belongs to `values[k]`.
struct LeftSingularPairs {
  Eigen::VectorXd values;   ///< descending, rows(A) of them
  Eigen::MatrixXd vectors;  ///< rows(A) × rows(A), orthogonal
};

/// Throws std::invalid_argument as `singular_values` does, or if A has more rows than columns.
LeftSingularPairs left_singular_pairs(const Eigen::MatrixXd& matrix);

}  // namespace asymptest::learning
