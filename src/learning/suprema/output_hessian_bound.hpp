#pragma once

#include <Eigen/Core>

#include "learning/networks/network.hpp"

namespace asymptest::learning {

/// An upper bound of sup over |w − w₀| ≤ R of the spectral norm of the Hessian of f(x; w), for any
/// depth, a smooth activation and a linear output: up to rounding, no network in the ball exceeds
/// it. For networks of width m in the NTK parametrisation it is O(√(log m/m)), as the supremum.
///
/// Along a direction V, with z_l the preactivations, ż_l their first derivative, δ_l = ∂f/∂z_l and
/// b_l = ∂f/∂h_l,
///
///     D²f[V, V] = Σ_l ⟨b_l, σ''(z_l) ∘ ż_l²⟩ + 2·Σ_l s_l·⟨δ_l, V_l·ḣ_{l−1}⟩
///               ≤ Σ_l |b_l|_∞·A·|ż_l|² + 2·Σ_l s_l·|δ_l|·|V_l|·|ḣ_{l−1}|,
///     |ż_l| ≤ s_l·(|h_{l−1}|·|V_l| + |W_l|·|ḣ_{l−1}|),   |ḣ_l| ≤ B·|ż_l|,
///
/// a quadratic form in the numbers |V_l| with coefficients ≥ 0: its largest eigenvalue is the
/// bound. |W_l|, |h_l|, |δ_l| and |b_l|_∞ are bounded over the ball by their values at w₀ and
/// Lipschitz estimates. The operator norms |W_l| at w₀ are confirmed by a Cholesky factorisation of
/// c²·I − WᵀW, which costs O(m³).
///
/// Throws std::invalid_argument if x does not fit the network, the output is not linear, the
/// activation is relu, or the radius is negative or not finite.
double output_hessian_bound(const Network& network, const Eigen::VectorXd& x, double radius);

/// The bound at each of several inputs, one a column; the operator norms are found once.
Eigen::VectorXd output_hessian_bounds(const Network& network, const Eigen::MatrixXd& inputs,
                                      double radius);

/// c ≥ |W|₂, at most 1 % above it, confirmed by a Cholesky factorisation. Throws
/// std::invalid_argument if the matrix is empty or not finite.
double operator_norm_bound(const Eigen::MatrixXd& matrix);

}  // namespace asymptest::learning
