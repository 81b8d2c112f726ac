#pragma once

#include <Eigen/Core>
#include <functional>
#include <vector>

#include "learning/kernels/tangent_kernel.hpp"
#include "learning/networks/network.hpp"

namespace asymptest::learning {

/// The Hessian of one hidden layer's output f = s₂·Σᵢ vᵢ·σ(s₁·wᵢ·x) falls into a block for each
/// neuron. In the directions (x̂, v) it is
///
///     [ a  b ]        a = s₂·s₁²·|x|²·v·σ''(z)
///     [ b  0 ]        b = s₂·s₁·|x|·σ'(z),        z = s₁·w·x,
///
/// and zero in all others, so that its norm is (|a| + √(a² + 4b²))/2; with the output layer held
/// fixed it is |a|.
double block_norm(double a, double b, TrainedLayers trained = TrainedLayers::all);

/// The spectral norm of the Hessian at the network's weights, exactly: the largest block norm.
/// Time O(M). Throws std::invalid_argument unless the network has one hidden layer and a linear
/// output.
double shallow_hessian_norm(const Network& network, const Eigen::VectorXd& x,
                            TrainedLayers trained = TrainedLayers::all);

/// The supremum of that norm over the weights in a ball around the network's, exactly: it is best
/// to spend the whole radius on one neuron, along (x̂, v), with v moving away from zero. What is
/// left is one maximisation on an interval a neuron, and most neurons are ruled out by the bound
/// |σ''| ≤ A, |σ'| ≤ B.
///
/// The maximum on the interval is located on a grid of step at most 1/16 in z, then by Brent's
/// method. Throws as `shallow_hessian_norm`, or if the radius is negative or not finite.
double shallow_hessian_supremum(const Network& network, const Eigen::VectorXd& x, double radius);

/// The law of √m times the norm at initialisation, for |x|² = d, the NTK parametrisation and normal
/// output weights: the largest of m independent copies of the block norm with a = v·σ''(z),
/// b = σ'(z), and v, z standard normal.
class ShallowHessianLaw {
 public:
  /// Tabulates the tail below. Throws std::invalid_argument for identity and relu, whose block norm
  /// is bounded: their maximum is 1.
  explicit ShallowHessianLaw(Activation activation, TrainedLayers trained = TrainedLayers::all);
  /// Of an activation that is given by σ' and σ'' (the value is not read), whatever the library has
  /// under that name.
  explicit ShallowHessianLaw(const std::function<ActivationJet(double z)>& jet_at,
                             TrainedLayers trained = TrainedLayers::all);

  /// P(block norm > y) = E_z[erfc(t/√2)] with t = (y² − b²)₊/(y·|σ''(z)|), or t = y/|σ''(z)| with
  /// the output layer fixed. Trapezoidal rule over z, whose error is below 1e-12 for y ≥ max σ' and
  /// below 1e-4 where the integrand has kinks.
  [[nodiscard]] double tail(double y) const;

  /// E max over m neurons = ∫₀^∞ 1 − (1 − tail(y))^m dy, to a relative accuracy of 1e-4 for m = 1
  /// and of 1e-10 from m = 64 on.
  [[nodiscard]] double expected_maximum(double neurons) const;

 private:
  struct Node {
    double weight, slope, curvature;
  };
  struct Tail {
    double weight, tail;
  };
  TrainedLayers trained_;
  std::vector<Node> inner_;  // the rule over z
  std::vector<Tail> outer_;  // the rule over y
};

}  // namespace asymptest::learning
