#pragma once

#include <Eigen/Core>

#include "rigor/matrices/interval_matrix.hpp"

namespace asymptest::rigor {

/// A regression problem and a network with one hidden layer, all of whose numbers are exactly the
/// doubles given:
///   f_i(U, v) = m^{-1/2} Σ_r v_r tanh(u_r · x_i),   L = ½ Σ_i (f_i − y_i)².
struct ShallowProblem {
  Eigen::MatrixXd inputs;  ///< n × d, a row an input
  Eigen::VectorXd labels;  ///< n
  Eigen::MatrixXd hidden;  ///< m × d, U
  Eigen::VectorXd output;  ///< m, v

  [[nodiscard]] Eigen::Index samples() const { return inputs.rows(); }
  [[nodiscard]] Eigen::Index dimension() const { return inputs.cols(); }
  [[nodiscard]] Eigen::Index width() const { return hidden.rows(); }
};

/// Throws std::invalid_argument naming the shape or the entry that does not fit.
void validate(const ShallowProblem& problem);

/// Weights known up to intervals: the end of an exact step of gradient descent.
struct ShallowWeights {
  IntervalMatrix hidden;  ///< m × d
  IntervalMatrix output;  ///< m × 1
};

/// The weights of the problem themselves.
ShallowWeights weights_of(const ShallowProblem& problem);

/// The residuals f_i − y_i, n × 1.
IntervalMatrix residuals(const ShallowProblem& problem, const ShallowWeights& at);

/// The residuals and the tangent kernel K = J Jᵀ (n × n), J the Jacobian of f in all weights:
///   K_ij = m^{-1} Σ_r [tanh a_ri tanh a_rj + v_r² tanh'(a_ri) tanh'(a_rj) x_i·x_j].
struct ShallowLinearisation {
  IntervalMatrix residuals;
  IntervalMatrix kernel;
};

/// Runs over the neurons in blocks: the memory beyond the weights does not grow with m.
ShallowLinearisation linearise(const ShallowProblem& problem, const ShallowWeights& at);

/// The gradient of L: shaped like the weights.
ShallowWeights gradient(const ShallowProblem& problem, const ShallowWeights& at);

/// The end of one exact step of gradient descent: w − step · slope, the slope being ∇L(w).
ShallowWeights stepped(const ShallowWeights& from, const ShallowWeights& slope, double step);

/// L = ½ Σ residual².
Interval half_squared_norm(const IntervalMatrix& residuals);

/// A bound of the distance of two weights that holds both ends.
Interval distance(const ShallowWeights& a, const ShallowWeights& b);

}  // namespace asymptest::rigor
