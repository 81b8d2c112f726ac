#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/networks/network.hpp"
#include "learning/networks/propagation.hpp"

namespace asymptest::learning {

/// Which layers' weights the tangent kernel counts as parameters.
enum class TrainedLayers { all, hidden_only };

/// The tangent kernel K_ij = ⟨∇f(x_i), ∇f(x_j)⟩ at the network's weights, n × n, by layerwise
/// products
///
///     K = D·[Σ_l s_l²·(Δ_lᵀΔ_l) ∘ (H_{l−1}ᵀH_{l−1})]·D,   D = diag φ'(preoutput),
///
/// in time O(n·M + n²·Σ widths): the n × M Jacobian is never formed.
/// Jacot, Gabriel, Hongler 2018, arXiv:1806.07572.
Eigen::MatrixXd tangent_kernel(const Network& network, const Eigen::MatrixXd& inputs,
                               TrainedLayers trained = TrainedLayers::all);

/// The same for one network after another, of the same shapes, in the same memory: a sixth faster
/// at width 1024, where the system's work for fresh pages is that much.
class TangentKernel {
 public:
  /// Valid until the next call.
  const Eigen::MatrixXd& operator()(const Network& network, const Eigen::MatrixXd& inputs,
                                    TrainedLayers trained = TrainedLayers::all);

  /// The passes of the last call.
  [[nodiscard]] const ForwardPass& pass() const { return pass_; }
  [[nodiscard]] const std::vector<Eigen::MatrixXd>& deltas() const { return deltas_; }

 private:
  void add_layer(double scale, const Eigen::MatrixXd& delta, const Eigen::MatrixXd& input);

  ForwardPass pass_;
  std::vector<Eigen::MatrixXd> deltas_;
  Eigen::MatrixXd delta_gram_, input_gram_, kernel_;  // lower triangles
};

}  // namespace asymptest::learning
