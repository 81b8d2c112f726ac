#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/networks/network.hpp"
#include "learning/networks/propagation.hpp"

namespace asymptest::learning {

/// The Hessian in the weights of the loss L(w) = ½|F(w) − y|² over all n samples at once,
///
///     ∇²L·v = JᵀJ·v + Σ_i r_i·∇²f_i·v,   r = F(w) − y,
///
/// by its products alone (Pearlmutter 1994): one more pass forward and backward, six products of
/// a weight-shaped and an n-column matrix a layer. The Jacobian is never formed; beyond the
/// weights it keeps some eight widths × n matrices a layer.
///
/// Keeps a reference to the network, which must outlive it. Not for several threads at once.
class LossHessian {
 public:
  /// At the network's weights. Throws std::invalid_argument if the inputs don't fit the network,
  /// or unless there is one finite label an input.
  LossHessian(const Network& network, const Eigen::MatrixXd& inputs, const Eigen::VectorXd& labels);

  /// ∇²L·v for v in the order of `flatten`. Into the memory of `product`, if it has the length
  /// already. Throws std::invalid_argument with both lengths if v isn't as long as the weights.
  void multiply(const Eigen::VectorXd& direction, Eigen::VectorXd& product);

 private:
  using Matrices = std::vector<Eigen::MatrixXd>;  // one a layer
  void push_forward(const double* direction);
  void pull_back(const double* direction, double* product);

  const Network& network_;
  Eigen::Index parameters_ = 0;
  Eigen::Index samples_ = 0;
  // Side by side, each a matrix and its rate along v, so that the two terms of the product of
  // such pairs are one product: [h_{l−1}, ḣ_{l−1}] and [Ḋ_l, D_l], D_l = ∂L/∂z_l.
  Matrices inputs_, deltas_;
  Matrices slopes_, curvatures_;  // σ'(z_l), σ''(z_l)∘(s·Wᵀ·D of the layer above)
  Eigen::VectorXd seeds_;         // φ'² + r·φ'', what a rate of the preoutput does to D_{L+1}
  Matrices rates_;                // of z_l along v
};

}  // namespace asymptest::learning
