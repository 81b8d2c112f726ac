#pragma once

#include <Eigen/Core>
#include <vector>

#include "asymptest/random/stream.hpp"
#include "learning/training/least_squares.hpp"

namespace asymptest::learning {

/// A run of gradient descent.
struct Descent {
  Eigen::VectorXd weights;     ///< w_T
  std::vector<double> losses;  ///< L(w_0) … L(w_T): T + 1 of them
  double path_length = 0;      ///< Σ_t |w_{t+1} − w_t|
};

/// w_{t+1} = w_t − η·∇L(w_t), `steps` times. Stops early, with fewer losses, once a loss is not
/// finite: the step was too long.
///
/// Throws std::invalid_argument unless η is positive and finite and steps >= 0.
Descent gradient_descent(const LeastSquares& fit, Eigen::VectorXd start, double step, int steps);

/// The same with the gradient of ½Σ_{i∈B} r_i², scaled by n/b so that its mean is ∇L, for a fresh
/// batch B of b different samples a step. `losses` are those of all samples.
///
/// Throws as `gradient_descent` does, or unless 1 <= batch <= n.
Descent stochastic_descent(const LeastSquares& fit, Eigen::VectorXd start, double step, int steps,
                           Eigen::Index batch, Stream random);

}  // namespace asymptest::learning
