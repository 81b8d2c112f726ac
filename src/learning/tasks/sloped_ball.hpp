#pragma once

#include "certified_ball.hpp"

namespace asymptest::learning::optimisation {

/// A ball as `certified_ball` has it, of radius 1/2 at most, for f = φ(u) with u one hidden layer
/// of tanh and φ = `output`. With s ≤ σ_min(J_u), S ≥ σ_max(J_u), g_i ≥ |∇u_i| and h_i ≥ |∇²u_i| on
/// the ball, ρ = min φ' over all u_i that it reaches, B = sup |φ'| ≤ 1 and A = sup |φ''|:
///
///     μ = (ρ·s)² ≤ λ_min(K),  β = S² + (|r(w₀)| + R·S)·(Σ_i (h_i + A·g_i²)²)^½ ≥ |∇²L(w)|,
///
/// since K = diag(φ')·J_u·J_uᵀ·diag(φ'). Labels are set so that 2√(2L(w₀)/μ) = R.
/// For φ = relu, whose ρ is 0, it takes ρ = 1, which proves nothing.
struct SlopedBall : CertifiedBall {
  double least_slope = 0;  ///< ρ
};

SlopedBall sloped_ball(Eigen::Index width, Eigen::Index samples, Activation output,
                       const Stream& random);

}  // namespace asymptest::learning::optimisation
