#pragma once

#include "rigor/networks/shallow_network.hpp"

/// A ball on which the loss of a shallow tanh network provably obeys the Polyak–Łojasiewicz
/// inequality and in which it provably has a zero (docs/theory-rigor.md derives each bound).
namespace asymptest::rigor {

/// What the ball rests on, each number a proved bound of the quantity that it stands beside.
struct BallBounds {
  double input_norm = 0;         ///< ≥ ‖X‖, the operator norm of the n × d inputs
  double input_size = 0;         ///< ≥ max_i |x_i|
  double output_weight = 0;      ///< ≥ max_r |v_r|
  double residual = 0;           ///< ≥ ‖f(w₀) − y‖ = √(2 L₀)
  double smallest_singular = 0;  ///< ≤ σ_min(J(w₀))
  double largest_singular = 0;   ///< ≥ σ_max(J(w₀))
};

/// Bounds the six quantities at the problem's weights. Each, and each number of a ball that must
/// hold from above, is relaxed by a factor 1 ± 2^-20, so that a checker with coarser arithmetic
/// than the prover's can follow.
BallBounds bound_at(const ShallowProblem& problem);
/// The same from the linearisation at the problem's weights, where a caller has it.
BallBounds bound_at(const ShallowProblem& problem, const ShallowLinearisation& at);
/// The factor by which a number is relaxed.
inline constexpr double bound_relaxation = 0x1p-20;
/// A bound with room for a checker that rounds otherwise.
inline double relaxed_up(double x) { return multiply_up(x, 1 + bound_relaxation); }
inline double relaxed_down(double x) { return multiply_down(x, 1 - bound_relaxation); }

/// max |tanh''| = 4/(3√3), where tanh² = 1/3.
Interval largest_tanh_curvature();

/// κ with ‖J(w) − J(w₀)‖ ≤ κ ‖w − w₀‖ for every w, where |v₀| ≤ `output_weight` at w₀ alone:
///   κ² = (‖X‖²/m) (1 + a²/2 + a √(1 + a²/4)),  a = max|tanh''| · max_r|v_r| · max_i|x_i|.
Interval jacobian_lipschitz(const BallBounds& at, double output_weight, Eigen::Index width);

/// The ball B(w₀, R): for every w in it λ_min(K(w)) ≥ μ, so that ½‖∇L‖² ≥ μ L; the gradient is
/// β-Lipschitz; and R √μ ≥ margin · √(2 L₀).
///  - margin ≥ 1: the gradient flow from w₀ stays in the ball and ends in a zero of L.
///  - margin ≥ 2: so does gradient descent with any step η ≤ 1/β.
struct ConvergenceBall {
  BallBounds bounds;
  double margin = 1;
  double jacobian_lipschitz = 0;  ///< κ
  double radius = 0;              ///< R
  double mu = 0;                  ///< ≤ (σ_min(J₀) − κ R)²
  double smoothness = 0;          ///< β ≥ (σ_max + κR)² + κ' (√(2L₀) + (σ_max + κR) R)
};

/// The smallest such ball that goes through, which has the largest μ.
/// Throws std::domain_error naming what is missing if there is none: the network is too narrow for
/// its labels (expected σ_min² ≥ 4 κ margin √(2L₀)).
ConvergenceBall prove_ball(const ShallowProblem& problem, double margin);
ConvergenceBall prove_ball(const BallBounds& bounds, Eigen::Index width, double margin);

/// The largest radius for which R (σ_min − κ R) ≥ margin · √(2L₀) still holds, for comparison.
double largest_radius(const ConvergenceBall& ball);

}  // namespace asymptest::rigor
