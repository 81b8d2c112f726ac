#pragma once

#include <functional>

#include "training_task.hpp"

namespace asymptest::learning::optimisation {

/// A ball around the start on which the hypotheses of the convergence theorem are proven:
///
///     R·h ≤ σ_min(J(w₀))/2 with h² = n·sup_ball |∇²f|², bounded, so that on the ball
///     μ = (σ_min − R·h)² ≤ λ_min(K(w)),
///     β = (σ_max + R·h)² + (|r(w₀)| + R·(σ_max + R·h))·h ≥ |∇²L(w)|,
///
/// with labels such that |r(w₀)| = R·√μ/2, so that 2√(2L(w₀)/μ) = R.
struct CertifiedBall {
  TrainingTask task;
  double radius = 0, pl = 0, smoothness = 0;  ///< R, μ, β
};

/// One hidden layer of tanh of width m in R⁴, and n samples; labels in a uniform direction from
/// F(w₀), as far as the ball allows. The Hessian's supremum is bounded by the block norm (see
/// `block_norm`) with σ'' and σ' at their largest and the largest |v| increased by R.
CertifiedBall certified_ball(Eigen::Index width, Eigen::Index samples, const Stream& random);

/// The same with a ball `shrunk` (≥ 1) times smaller, labels along the bottom eigenvector of K(w₀)
/// from F(w₀), and n ≤ M: as `shrunk` grows μ tends to λ_min(K(w₀)), and the theorem's bounds to
/// equalities up to the factors that a quadratic loss leaves.
CertifiedBall sharp_ball(Eigen::Index width, Eigen::Index samples, double shrunk,
                         const Stream& random);

/// How far rounding may put the loss at the start from |r(w₀)|²/2, relative to it: 16 ε
/// |y|/|r(w₀)|, for residuals are differences of outputs and labels that agree in nearly all digits
/// where the ball is small.
double rounding_of_loss(const CertifiedBall& ball);

/// The first draw of `sharp_ball` on which rounding moves log L by a thousandth of `rate` at most,
/// which is an ημ: inputs so near to each other that double precision can't tell it are drawn
/// again.
CertifiedBall resolved_ball(Eigen::Index width, Eigen::Index samples, double shrunk,
                            const Stream& random,
                            const std::function<double(const CertifiedBall&)>& rate);

}  // namespace asymptest::learning::optimisation
