#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/networks/network.hpp"

namespace asymptest::learning {

/// The second derivative of f(x; w) along a direction V, and its gradient in the weights: the
/// third derivative D³f[V, V, ·].
struct Curvature {
  double value = 0;                       ///< D²f(x; w)[V, V]
  std::vector<Eigen::MatrixXd> gradient;  ///< in the weights' shapes
};

/// By one pass forward of Taylor coefficients along w + tV to second order, and one backward
/// through it: O(M) operations.
///
/// Throws std::invalid_argument if x does not fit the network, the direction does not have the
/// shapes of the weights, or an activation is relu.
Curvature curvature_along(const Network& network, const Eigen::VectorXd& x,
                          const std::vector<Eigen::MatrixXd>& direction);

}  // namespace asymptest::learning
