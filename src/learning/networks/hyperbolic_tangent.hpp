#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace asymptest::learning {

/// Largest relative error of `hyperbolic_tangent`: about three roundings, of the series, of E and
/// of the quotient. 1.57 ε was the worst of 24 million points.
constexpr double hyperbolic_tangent_error = 2 * std::numeric_limits<double>::epsilon();

/// A polynomial, the coefficient of the highest power first. Not a loop: inside the loop over an
/// array a second one would keep the compiler from vector instructions, and so would a call.
template <class... Coefficients>
[[gnu::always_inline]] inline double horner(double x, double leading, Coefficients... others) {
  ((leading = std::fma(leading, x, others)), ...);
  return leading;
}

/// tanh z to `hyperbolic_tangent_error` relative for every z, in straight-line arithmetic that a
/// compiler turns into vector instructions: ten times the speed of the C library's over an array.
/// Signed zeros, subnormal numbers, infinities and NaN come out as they should.
///
/// Every product that is added to something goes through std::fma, so that a compiler has nothing
/// left to contract: the same bits in every build, and for an entry wherever it stands in an array.
/// Without fused multiply-adds in hardware std::fma is a function of the C library: right but slow.
///
/// With t = 2|z| = k·ln 2 + r, |r| ≤ ½·ln 2, and p = e^r − 1 by its Taylor series to r¹³,
/// E = e^t − 1 = 2^k·p + (2^k − 1) and tanh|z| = E/(E + 2).
[[gnu::always_inline]] inline double hyperbolic_tangent(double z) {
  constexpr double per_logarithm = 0x1.71547652b82fep0;  // 1/ln 2
  // ln 2 in two parts; k times the first is exact.
  constexpr double logarithm_high = 0x1.62e42fefa0000p-1, logarithm_low = 0x1.cf79abc9e3b39p-40;
  constexpr double shifter = 0x1.8p52;  // adding it rounds to a whole number, in the last bits
  constexpr double saturated = 40;      // e^-40 is below ε
  const double size = 2 * std::abs(z);
  const double t = size > saturated ? saturated : size;
  const double shifted = std::fma(t, per_logarithm, shifter);
  const double k = shifted - shifter;
  const double r = std::fma(-k, logarithm_low, std::fma(-k, logarithm_high, t));
  const double series =
      horner(r, 1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880,
             1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2);
  const double p = std::fma(series, r * r, r);
  constexpr std::uint64_t exponent_bias = 1023;
  constexpr int mantissa_bits = 52;
  const auto exponent = std::bit_cast<std::uint64_t>(shifted) + exponent_bias;
  const auto power = std::bit_cast<double>(exponent << mantissa_bits);  // 2^k
  const double e = std::fma(power, p, power - 1);
  return std::copysign(e / (e + 2), z);
}

/// tanh' = 1 − tanh², with the one rounding that all compilers agree on.
inline double tanh_slope(double value) { return std::fma(-value, value, 1.0); }

/// tanh z, its slope and its second derivative.
struct HyperbolicTangents {
  double value, first, second;
};

inline HyperbolicTangents hyperbolic_tangents(double z) {
  const double value = hyperbolic_tangent(z), first = tanh_slope(value);
  return {value, first, -2 * value * first};
}

}  // namespace asymptest::learning
