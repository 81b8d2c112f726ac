#pragma once

#include <cstdint>

namespace asymptest::learning {

/// How many intervals of the given radius cover the set {k^−a : k = 1, 2, …} ∪ {0} at least: from
/// the right, each interval begins at the greatest point that is not yet covered, which no cover
/// can improve on. O(number of intervals).
///
/// The set is countable, so its Hausdorff dimension is 0; its box dimension is 1/(1 + a) (Falconer
/// 2014, "Fractal Geometry", example 2.7): the count grows as radius^(−1/(1+a)).
/// Throws std::invalid_argument unless a and the radius are positive.
std::int64_t intervals_covering_powers(double exponent, double radius);

/// The least radius with which `count` intervals cover that set, to a relative 1e-12, by bisection
/// over the logarithm. It is of order count^−(1+a); for a = 1 it is c²/2·count^−2 in the limit,
/// with c = Σ (√m − √(m−1))/m over m ≥ 1, since at the scale u = k√(2r) an interval takes ⌊u²⌋ + 1
/// points. Throws std::invalid_argument unless count ≥ 1 and a > 0.
double power_set_covering_radius(double exponent, std::int64_t count);

}  // namespace asymptest::learning
