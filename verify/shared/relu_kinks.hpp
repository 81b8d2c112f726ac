#pragma once

#include <Eigen/Core>

namespace asymptest::learning::optimisation {

/// One hidden layer of relu with output weights ±1 of which the incoming weights alone are trained,
/// f = m^(-1/2)·Σ_i v_i·σ(z_i) at one input with |x|² = d: in a ball around the weights each z_i
/// moves by δ_i with Σ δ_i² ≤ R², and every such move is possible. What is worst is found by
/// sorting the distances |z_i| from the kink.

/// sup |K(w) − K(w₀)| over the ball, K = (1/m)·Σ_i 1[z_i > 0]: as many neurons as possible cross
/// from the same side, the nearest ones, for |z_i|² each. Throws std::invalid_argument unless there
/// is a neuron and 0 < R < ∞.
double relu_kernel_change(const Eigen::VectorXd& preactivations, double radius);

/// sup |f(w) − f(w₀) − ⟨∇f(w₀), w − w₀⟩| over the ball: a neuron that goes beyond its kink by β
/// changes it by v_i·β/√m, so that of one sign of v the k nearest move by R/√k each,
///
///     max_k R·√k − Σ_{i ≤ k} |z_(i)|, over √m.
///
/// Throws as above, or unless there is an output weight a neuron.
double relu_linearisation_error(const Eigen::VectorXd& preactivations,
                                const Eigen::VectorXd& output_weights, double radius);

}  // namespace asymptest::learning::optimisation
