#pragma once

#include "rigor/networks/deep_network.hpp"

/// A ball on which the loss of a tanh network with two hidden layers provably obeys the
/// Polyak–Łojasiewicz inequality and in which it provably has a zero (docs/theory-rigor.md derives
/// each bound).
namespace asymptest::rigor {

/// Upper bounds of a network's sizes: at one point, or at every point of a ball.
struct DeepScales {
  double input_norm = 0;     ///< ‖X‖, the operator norm
  double input_size = 0;     ///< max_i |x_i|
  double hidden_norm = 0;    ///< ‖W‖, the operator norm
  double feature_norm = 0;   ///< ‖Φ‖, the operator norm of the rows φ_i
  double feature_size = 0;   ///< max_i |φ_i|
  double slope_size = 0;     ///< max_i |b_i|
  double pulled_back = 0;    ///< max_is |(Wᵀb_i)_s|
  double output_weight = 0;  ///< max_r |v_r|
  double output_norm = 0;    ///< |v|
};

/// The same at every point within the radius of one with these.
DeepScales within(const DeepScales& at, Eigen::Index width, double radius);

/// The blocks of the Jacobian that a bound speaks of.
enum class Layers {
  last_two,  ///< of W and v
  all
};

/// κ with ‖J(w') − J(w)‖ ≤ κ|w' − w| for every w and w' of a set, where `at` holds at w and
/// `beyond` on the whole set.
Interval jacobian_lipschitz(const DeepScales& at, const DeepScales& beyond, Eigen::Index width,
                            Layers layers);

/// What a ball rests on.
struct DeepBounds {
  Eigen::Index width = 0;
  DeepScales scales;
  double residual = 0;           ///< ≥ |f(w₀) − y| = √(2 L₀)
  double smallest_singular = 0;  ///< ≤ σ_min of the Jacobian in W and v alone
  double largest_singular = 0;   ///< ≥ σ_max of the Jacobian in all weights
};

/// Costs some products of n × m by m × m matrices, one m × m Gram matrix and one Cholesky
/// factorisation of it, for ‖W‖.
DeepBounds bound_at(const DeepProblem& problem);

/// An upper bound of |f − y|.
double residual_upper_bound(const DeepProblem& problem);

/// The ball B(w₀, R): for every w in it λ_min(K(w)) ≥ μ, the kernel in W and v alone seeing to
/// that; the gradient in all weights is β-Lipschitz; R √μ ≥ margin · √(2 L₀), with the margins of
/// ConvergenceBall.
struct DeepBall {
  DeepBounds bounds;
  double margin = 1;
  double jacobian_lipschitz = 0;  ///< κ(R) of the last two layers, from w₀
  double radius = 0;              ///< R
  double mu = 0;                  ///< ≤ (σ_min − κR)²
  double smoothness = 0;          ///< β
};

/// The smallest such ball that goes through. Throws std::domain_error naming what is missing if
/// there is none.
DeepBall prove_ball(const DeepBounds& bounds, double margin);

/// The largest residual for which a ball goes through: the largest R (σ_min − κ(R) R)/margin, less
/// one millionth.
double largest_residual(const DeepBounds& bounds, double margin);

}  // namespace asymptest::rigor
