#pragma once

#include "rigor/networks/convergence_ball.hpp"

/// A zero of the loss near given weights, proved by a Newton–Kantorovich test for underdetermined
/// systems (docs/theory-rigor.md derives it). It asks nothing of the labels or the path that led to
/// the weights, so that it also goes through at widths where no ball around the start does.
namespace asymptest::rigor {

/// F(w) = f(w) − y, J = DF(w₀), J⁺ = Jᵀ(JJᵀ)⁻¹. On the ball |h| ≤ ρ of J's row space the map
/// h ↦ h − J⁺F(w₀ + h) is no longer than |J⁺F(w₀)| + κρ²/(2σ_min(J)); where that is at most ρ, it
/// has a fixed point by Brouwer's theorem, and F(w₀ + h) = 0 there.
struct InterpolatingSolution {
  BallBounds bounds;
  double jacobian_lipschitz = 0;  ///< κ, as in convergence_ball.hpp
  double newton_step = 0;  ///< η ≥ |J⁺F(w₀)| = √(rᵀK⁻¹r), the least step that solves J h = −r
  double radius = 0;  ///< ρ with η + κρ²/(2σ_min) ≤ ρ: a zero lies within ρ of w₀
};

/// The smallest such ρ. Throws std::domain_error naming the numbers if there is none: the weights
/// are too far from a zero (expected 2κη ≤ σ_min).
InterpolatingSolution prove_solution(const ShallowProblem& problem);

/// No zero is nearer to w₀ than this, for comparison: a zero h needs |h| + κ|h|²/(2σ_min) ≥ η',
/// with η' a lower bound of |J⁺F(w₀)|.
double distance_to_any_solution(const ShallowProblem& problem, const InterpolatingSolution& found);

}  // namespace asymptest::rigor
