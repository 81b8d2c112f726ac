#pragma once

#include <Eigen/Core>

#include "learning/networks/network.hpp"

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

}  // namespace asymptest::learning
