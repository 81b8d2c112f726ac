#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::model_complexity {

// Polynomials of degree p − 1 fitted to n labels Σ_k 2^−k φ_k(x) + noise, k < 32, at the Chebyshev
// nodes; φ_k = 1, √2 T_k. Noise of variance `noise`. Beyond p = n, of the interpolants the one with
// the least Σ (1 + k)^2s c_k². The risk is that under the nodes' own law: Σ (ĉ_k − 2^−k)².

double polynomial_risk(const Point& at, Stream& random);

/// Its mean. p ≤ n: Σ_{k ≥ p} 4^−k + noise·p/n. Beyond, coefficients k = n − i and n + i, which the
/// nodes cannot tell apart, share what is seen of k as a : 1 − a, a = 1/(1 + ((1+k)/(1+n+i))^2s),
/// so that the pair adds (a² + (1 − a)²)(4^−k + noise/n) + (1 − 2a)·4^−k. Needs n ≥ 32.
double polynomial_risk_law(const Point& at);

/// Labels without noise.
double polynomial_risk_without_noise(const Point& at, Stream& random);

/// Equally spaced nodes.
double polynomial_risk_at_equal_spacing(const Point& at, Stream& random);

}  // namespace asymptest::model_complexity
