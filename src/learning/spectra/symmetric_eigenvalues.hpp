#pragma once

#include <Eigen/Core>

#include "asymptest/linear_algebra/symmetric_eigen.hpp"

namespace asymptest::learning {

/// All eigenvalues of a symmetric matrix, in ascending order. Only the lower triangle is read.
/// Each is accurate to a few ε times the matrix's norm: a smallest eigenvalue below that is noise
/// (see `singular_values`).
///
/// Throws std::invalid_argument if the matrix is empty, not square, or has an entry that is not
/// finite.
Eigen::VectorXd symmetric_eigenvalues(const Eigen::MatrixXd& matrix);

/// The same with orthonormal eigenvectors: column k of `vectors` belongs to `values[k]`.
/// Throws as `symmetric_eigenvalues` does.
SymmetricPairs symmetric_eigenpairs(const Eigen::MatrixXd& matrix);

/// The first of `symmetric_eigenvalues`.
double smallest_eigenvalue(const Eigen::MatrixXd& matrix);

}  // namespace asymptest::learning
