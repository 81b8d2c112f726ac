#pragma once

#include <Eigen/Core>

#include "learning/networks/network.hpp"

namespace asymptest::learning {

/// Lower bounds of suprema over |w − w₀| ≤ R, by `ascend_in_ball`, for any depth and output. Memory
/// is a few times that of the weights.
///
/// All throw std::invalid_argument if the inputs do not fit the network, the radius is not positive
/// and finite, or an activation is relu where a second derivative is needed.

/// Of the spectral norm of the Hessian of f(x; w). The ascent follows the third derivative
/// D³f[V, V, ·] along the Hessian's leading eigenvector V; it starts along that of the leading
/// eigenvectors at w₀, in both senses, which lets it choose the neuron on which to spend the
/// radius. Lanczos draws its start from `random`.
double ascended_hessian_norm(const Network& network, const Eigen::VectorXd& x, double radius,
                             const Stream& random);

/// Of the spectral norm of K(w) − K(w₀) over n inputs, one a column. The ascent follows the
/// gradient 2·Σ_i u_i·∇²f_i·Jᵀu of uᵀKu along the leading eigenvector u; it starts along that of
/// the two leading eigenvectors of K(w₀), in both senses.
double ascended_kernel_change(const Network& network, const Eigen::MatrixXd& inputs, double radius);

/// The smallest λ_min(K(w)) over n inputs that descent finds in the ball, an upper bound of its
/// infimum there: λ_min(K(w₀)) less the ascended fall. Any output nonlinearity. It starts against
/// the gradients of uᵀKu for the eigenvectors u of K(w₀).
double descended_smallest_eigenvalue(const Network& network, const Eigen::MatrixXd& inputs,
                                     double radius);

/// Of |f(w) − f(w₀) − ⟨∇f(w₀), w − w₀⟩| at one input. It starts along the leading eigenvectors of
/// the Hessian at w₀, in both senses.
double ascended_linearisation_error(const Network& network, const Eigen::VectorXd& x, double radius,
                                    const Stream& random);

}  // namespace asymptest::learning
