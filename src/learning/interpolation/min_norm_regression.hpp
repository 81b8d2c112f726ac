#pragma once

#include <Eigen/Core>

#include "asymptest/linear_algebra/cholesky.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// n × p matrix of independent N(0, variance) entries: the first p coordinates of n samples.
/// Throws std::invalid_argument unless rows, columns ≥ 1 and variance > 0.
Eigen::MatrixXd gaussian_design(Eigen::Index rows, Eigen::Index columns, double variance,
                                Stream& random);

/// The least-squares solutions of least norm, W = X⁺Y, one column for each column of labels and for
/// any shape of X, by a complete orthogonal decomposition. They interpolate when the rows of X are
/// independent. Throws std::invalid_argument unless X and Y have as many rows.
Eigen::MatrixXd min_norm_solution(const Eigen::Ref<const Eigen::MatrixXd>& design,
                                  const Eigen::Ref<const Eigen::MatrixXd>& labels);

/// XXᵀ = LLᵀ. Throws std::domain_error if the rows of X are dependent to working precision.
Cholesky gram_factors(const Eigen::Ref<const Eigen::MatrixXd>& design);

/// ‖w‖² of the interpolating min-norm solution, yᵀ(XXᵀ)⁻¹y, for n ≤ p, by a Cholesky
/// factorisation. ‖w‖ is the Lipschitz constant of x ↦ ⟨w, x⟩.
/// Throws std::domain_error if the rows of X are dependent to working precision, so that nothing
/// interpolates.
double min_norm_squared(const Eigen::Ref<const Eigen::MatrixXd>& design,
                        const Eigen::Ref<const Eigen::VectorXd>& labels);

/// The expectation of that over independent labels of mean 0 and variance 1 (random signs, say):
/// tr (XXᵀ)⁻¹ = ‖L⁻¹‖² in Frobenius norm, with XXᵀ = LLᵀ. Same conditions.
double mean_min_norm_squared(const Eigen::Ref<const Eigen::MatrixXd>& design);

/// The expectation of that over rows x ~ N(0, I/d) of which the first p coordinates are used:
///
///     E Lip² = n d / (p − n − 1)        for p > n + 1,
///
/// the mean of an inverse Wishart matrix (Muirhead 1982, "Aspects of Multivariate Statistical
/// Theory", section 3.2). Throws std::domain_error for p ≤ n + 1, where the mean is infinite.
double mean_squared_lipschitz_law(double samples, double ambient_dimension, double parameters);

}  // namespace asymptest::learning
