#pragma once

#include <Eigen/Core>

#include "learning/kernels/tangent_kernel.hpp"
#include "learning/networks/activation.hpp"

namespace asymptest::learning {

/// E σ(u)σ(v) and E σ'(u)σ'(v) for centred normal (u, v) with variances p, q and covariance c.
struct DualActivation {
  double product = 0;
  double slope_product = 0;
};

/// In closed form: relu (Cho, Saul 2009, "Kernel methods for deep learning", arc-cosine kernels of
/// order 1 and 0), erf (Williams 1997, "Computing with infinite networks", arcsine), identity.
/// Others by `dual_activation_by_quadrature`.
///
/// Throws std::invalid_argument unless p, q >= 0 and c² <= p·q, up to rounding.
DualActivation dual_activation(Activation activation, double p, double q, double c);

/// The same by the trapezoidal rule in two independent normals, with an error that falls
/// exponentially in 1/step for analytic σ: below 1e-10 for tanh and softplus with p, q ≤ 4.
DualActivation dual_activation_by_quadrature(Activation activation, double p, double q, double c);

/// The limit of `tangent_kernel` as all hidden widths grow, NTK parametrisation, for a network of
/// `hidden_layers` hidden layers with linear output and output weights of unit variance:
///
///     Σ⁰ = XᵀX/d,  Σ^l = E σσ and Σ̇^l = E σ'σ' under Σ^{l−1},
///     Θ⁰ = Σ⁰,     Θ^l = Σ^l + Σ̇^l ∘ Θ^{l−1},     K∞ = Θ^L.
///
/// Without the output layer among the trained ones the last Σ^L drops out. Inputs are d × n, one a
/// column; the result is n × n. Jacot, Gabriel, Hongler 2018, arXiv:1806.07572, Theorem 1.
///
/// Throws std::invalid_argument if hidden_layers < 0 or the inputs are empty or not finite.
Eigen::MatrixXd infinite_width_kernel(Activation activation, int hidden_layers,
                                      const Eigen::MatrixXd& inputs,
                                      TrainedLayers trained = TrainedLayers::all);

}  // namespace asymptest::learning
