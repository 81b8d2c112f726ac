#pragma once

#include <string>

#include "rigor/arithmetic/rational.hpp"

// What follows from λ_min(K) ≥ μ on a ball, in indeterminates: each function says why its claim
// does not follow; empty if it does. The arguments alter the claim, for planted errors.
namespace asymptest {

/// ½‖∇L‖² − factor · μL = ½|Bz|² for K = μ + BᵀB. Empty if so.
std::string fault_of_inequality(const rigor::Rational& factor);

/// L(w − η∇L) ≤ L − η‖∇L‖² + ½βη²‖∇L‖² where ∇L is β-Lipschitz: −∇L·d + ∫₀¹ β t |d|² dt, d = η∇L.
/// And Jᵀr changes by ΔJᵀ(r + Δr) + JᵀΔr: by β = S² + κ(ρ + SR) times the distance at most, with S,
/// κ, ρ + SR for ‖J‖, the change of J per distance and |r| on the ball. `curvature` weighs ηβ/2.
std::string fault_of_descent(const rigor::Rational& curvature);

/// With ½‖∇L‖² = μL + y, y ≥ 0, ηβ = 1 − z and μ or, if not `smallest`, twice a σ_max² = μ + e in
/// its place: (1 − η·rate) L − (L − η(1 − ηβ/2)‖∇L‖²).
std::string fault_of_contraction(bool smallest);

/// A step's length η|g| is at most 2√(2/μ)(√L − √L') for η ≤ 1/β, and all of them add up to at most
/// 2√(2/μ)√L₀ = 2√(2L₀)/√μ ≤ R. With l = √L, q = √(2μ), |g| = ql + y (the inequality), L' = L − η(1
/// − ηβ/2)|g|² at most and ηβ = 1 − z: (√L − √L')·2√L ≥ L − L', since the rest is (√L − √L')²; and
/// 2·2/q·(L − L') ≥ η|g|·2l. `share` is R's.
std::string fault_of_path(const rigor::Rational& share);

/// Along the flow ẇ = −∇L, with l = √L, |g| = ql + y and q = √(2μ): l' = −|g|²/(2l), so that the
/// speed |g| is at most −(2/q) l' and the length 2l₀/q = √(2L₀/μ) ≤ R, from which l' ≤ −(q²/2) l
/// and L → 0 at the end of it. Labels `factor` times those of the ball's multiply l₀.
std::string fault_of_flow(int factor);

}  // namespace asymptest
