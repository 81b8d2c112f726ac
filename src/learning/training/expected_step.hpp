#pragma once

#include <Eigen/Core>

#include "learning/training/least_squares.hpp"

namespace asymptest::learning {

/// E L(w') over the batch of one step of `stochastic_descent` from w: the mean, over all batches B
/// of b of the n samples, of the loss at w − η·(n/b)·Σ_{i∈B} r_i·∇f_i. Exact; C(n, b) losses.
///
/// Throws std::invalid_argument unless η is positive and finite and 1 <= b <= n <= 20.
double expected_loss_after_step(const LeastSquares& fit, const Eigen::VectorXd& weights,
                                double step, Eigen::Index batch);

}  // namespace asymptest::learning
