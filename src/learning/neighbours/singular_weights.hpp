#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// The weights w_i ∝ r_i^−a of labels at distances r_i ≥ 0 from a query, which sum to 1: the rule
/// Σ w_i y_i interpolates (Devroye, Györfi, Krzyżak 1998, the Hilbert kernel estimate; Belkin,
/// Rakhlin, Tsybakov 2018, arXiv:1806.09471). Taken relative to the least distance, so that nothing
/// overflows; at a sample, or at several copies of it, they share all the weight.
///
/// Throws std::invalid_argument if there is no distance, one that is negative or not finite, or
/// unless a > 0.
std::vector<double> singular_weights(std::span<const double> distances, double exponent);

/// E Σ w_i² over t₁ alone, for weights ∝ t_i^−s with t_i uniform on (0, 1), given S = Σ_{i>1}
/// t_i^−s:
///
///     N ∫₀¹ (1 + S t^s)^−2 dt,
///
/// which takes away the infinite variance that near samples give. r = t^{1/d} is the distance of a
/// uniform point of the unit ball of R^d from its centre, so s = a/d.
/// Throws std::invalid_argument unless s > 0, N ≥ 2.
double conditional_sum_of_squared_weights(std::int64_t samples, double s, Stream& random);

/// The limit law of E Σ w_i² for large N (s ≠ 1/2, 1), p = 1/s:
///
///     s < 1/2:      (1 − s)²/(1 − 2s) / N
///     1/2 < s < 1:  (1 − s)^p Γ(1 + p) Γ(2 − p) N^{1 − p}
///     s > 1:        1 − 1/s
///
/// Throws std::domain_error at s = 1/2 and 1, where a logarithm joins.
double sum_of_squared_weights_law(std::int64_t samples, double s);

}  // namespace asymptest::learning
