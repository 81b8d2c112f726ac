#pragma once

#include <Eigen/Core>

#include "learning/networks/network.hpp"

namespace asymptest::learning {

/// One hidden layer's output f = s·Σᵢ vᵢ·σ(zᵢ) at one input x, as far as a displacement of the
/// weights in a ball can change it: moving the incoming weights of neuron i by δ along x/|x| moves
/// zᵢ by k·δ, and no other direction counts.
struct ShallowView {
  Activation activation = Activation::tanh;
  double input_scale = 0;          ///< k = s₁·|x|
  double output_scale = 0;         ///< s = s₂
  Eigen::VectorXd preactivations;  ///< z
  Eigen::VectorXd output_weights;  ///< v

  [[nodiscard]] Eigen::Index neurons() const { return preactivations.size(); }
};

/// Throws std::invalid_argument unless the network has one hidden layer and a linear output, and x
/// fits it.
ShallowView shallow_view(const Network& network, const Eigen::VectorXd& x);

/// Throws std::invalid_argument unless 0 < radius < ∞.
void require_radius(double radius);

}  // namespace asymptest::learning
