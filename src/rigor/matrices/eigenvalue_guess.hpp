#pragma once

#include <Eigen/Core>

namespace asymptest::rigor {

/// What a proof starts from: a number near an eigenvalue, not proved to be anything.
struct EigenvalueGuess {
  double value;
  double doubt;  ///< how far off it may be
};

/// A guess of λ_min of a symmetric matrix (the lower triangle is read). By all eigenvalues up to 64
/// rows and where A isn't positive definite; else from below, by ten steps of Lanczos on A^{-1},
/// from a Cholesky factorisation in single precision, or in double precision where the residual of
/// a solve tells that single precision would shift λ_min by a part in 2^8.
EigenvalueGuess guess_smallest_eigenvalue(const Eigen::MatrixXd& symmetric);

/// By all eigenvalues, of any symmetric matrix.
EigenvalueGuess guess_by_eigensolver(const Eigen::MatrixXd& symmetric);

/// A unit vector to start from that no structured matrix is likely to be blind to.
Eigen::VectorXd scattered_vector(Eigen::Index n);

}  // namespace asymptest::rigor
