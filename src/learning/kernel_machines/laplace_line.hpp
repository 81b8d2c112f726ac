#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// Squared norms yᵀK⁻¹y of the interpolant with k(x, z) = exp(−|x − z|/ℓ) on the line, in O(n): the
/// kernel is the covariance of a Markov process, so that K = LLᵀ with
///
///     ‖f‖² = y₁² + Σ (y_{i+1} − ρ_i y_i)²/(1 − ρ_i²),   ρ_i = exp(−(x_{i+1} − x_i)/ℓ).
///
/// Exact to rounding however close the points are. `points` are sorted. Throws
/// std::invalid_argument unless they strictly increase, there is a label for each and ℓ > 0.
double laplace_line_norm(const Eigen::Ref<const Eigen::VectorXd>& points,
                         const Eigen::Ref<const Eigen::VectorXd>& labels, double length);

/// Its mean over independent labels of mean 0 and variance 1, 1 + Σ (1 + ρ_i²)/(1 − ρ_i²) =
/// 1 + Σ coth((x_{i+1} − x_i)/ℓ). Throws likewise.
double laplace_line_norm_of_noise(const Eigen::Ref<const Eigen::VectorXd>& points, double length);

}  // namespace asymptest::learning
