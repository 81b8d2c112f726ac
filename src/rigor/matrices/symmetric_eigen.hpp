#pragma once

#include <Eigen/Core>

#include "asymptest/linear_algebra/symmetric_eigen.hpp"

namespace asymptest::rigor {

/// Eigenvalues in ascending order and, column by column, their orthonormal eigenvectors.
using SymmetricEigen = SymmetricPairs;

/// Of the symmetric matrix whose lower triangle is given, in plain arithmetic: a guess to start a
/// proof from, nothing that one may rest on. By Eigen's solver.
/// Throws std::invalid_argument unless the matrix is square and not empty, std::runtime_error if
/// the iteration doesn't converge, as for entries that are no numbers.
SymmetricEigen symmetric_eigen(const Eigen::MatrixXd& lower);

/// A⁻¹b. Throws std::domain_error unless every eigenvalue is positive.
Eigen::VectorXd solved(const SymmetricEigen& a, const Eigen::VectorXd& right);

}  // namespace asymptest::rigor
