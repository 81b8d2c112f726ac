#pragma once

#include <Eigen/Core>

#include "learning/networks/network.hpp"
#include "learning/separable/separable_supremum.hpp"

namespace asymptest::learning {

/// sup over |w − w₀| ≤ R of |K(w) − K(w₀)| at one input, K(w) = |∇f(x; w)|², for one hidden layer.
///
/// K = s²·Σᵢ σ(zᵢ)² + k²·vᵢ²·σ'(zᵢ)² (see `ShallowView`) is a sum over the neurons, and so is the
/// ball's |w − w₀|²: the supremum is separable. A neuron's answer to a price λ is found in closed
/// form for the output weight, by Newton's method from the best point of a grid for z; in closed
/// form altogether for relu, whose slope counts as 1 on the closed half-line where that is larger.
///
/// The bracket is tight to `price_tolerance` where all answers are continuous, so for smooth σ and
/// R ≪ √m; for relu up to what one neuron adds, about 1/m of K.
///
/// Throws std::invalid_argument as `shallow_view` and `require_radius` do.
Bracket shallow_kernel_change(const Network& network, const Eigen::VectorXd& x, double radius);

}  // namespace asymptest::learning
