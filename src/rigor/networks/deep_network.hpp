#pragma once

#include <Eigen/Core>
#include <functional>

#include "rigor/matrices/interval_matrix.hpp"

namespace asymptest::rigor {

/// A regression problem and a network with two hidden layers of m neurons, all of whose numbers are
/// exactly the doubles given:
///   φ_i = m^{-1/2} tanh(U x_i),   f_i = m^{-1/2} v · tanh(W φ_i),   L = ½ Σ_i (f_i − y_i)².
struct DeepProblem {
  Eigen::MatrixXd inputs;  ///< n × d, a row an input
  Eigen::VectorXd labels;  ///< n
  Eigen::MatrixXd first;   ///< m × d, U
  Eigen::MatrixXd second;  ///< m × m, W
  Eigen::VectorXd output;  ///< m, v

  [[nodiscard]] Eigen::Index samples() const { return inputs.rows(); }
  [[nodiscard]] Eigen::Index dimension() const { return inputs.cols(); }
  [[nodiscard]] Eigen::Index width() const { return first.rows(); }
};

/// Throws std::invalid_argument naming the shape or the entry that does not fit.
void validate(const DeepProblem& problem);

/// What the network computes at its weights, enclosed. With J the Jacobian of f in all weights, K =
/// JJᵀ is the sum of the two kernels.
struct DeepLinearisation {
  IntervalMatrix residuals;    ///< n × 1
  IntervalMatrix features;     ///< n × m, rows φ_i
  IntervalMatrix values;       ///< n × m, tanh(W φ_i)
  IntervalMatrix slopes;       ///< n × m, rows b_i = m^{-1/2} v ∘ tanh'(W φ_i)
  IntervalMatrix pulled_back;  ///< n × m, rows Wᵀ b_i
  IntervalMatrix last_kernel;  ///< n × n, of W and v: tanh·tanh/m + (b_i·b_j)(φ_i·φ_j)
  IntervalMatrix
      first_kernel;  ///< n × n, of U: (c_i·c_j)(x_i·x_j), c_i = m^{-1/2} tanh'(Ux_i) ∘ Wᵀb_i
};

DeepLinearisation linearise(const DeepProblem& problem);

/// Its residuals alone, by the forward pass.
IntervalMatrix residuals(const DeepProblem& problem);

/// An upper bound of the distance of the weights of two problems of the same shape.
double distance_upper_bound(const DeepProblem& a, const DeepProblem& b);

/// The sizes of a random problem with several hidden layers.
struct DeepSizes {
  Eigen::Index samples = 4;
  Eigen::Index dimension = 16;
  Eigen::Index width = 512;
};

/// Orthonormal inputs, weights N(0, 1), and output weights ±1, moved to be orthogonal to the last
/// hidden layer's values, so that f begins at 0 but for rounding; labels ±1. Drawn from the source
/// of standard normals. Throws std::invalid_argument unless 1 ≤ samples ≤ dimension and samples <
/// width.
DeepProblem random_deep_problem(const DeepSizes& sizes, const std::function<double()>& normal);

}  // namespace asymptest::rigor
