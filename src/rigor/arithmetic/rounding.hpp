#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

/// Bounds of single operations, without switching the rounding mode.
///
/// Each operation is done once, rounded to nearest; its rounding error is then found exactly
/// (TwoSum of Knuth, TwoProduct by fused multiply-add), and the result is moved to the neighbouring
/// number only if it lies on the wrong side. Where the error is not representable (underflow) or
/// not a number (overflow), the result is always moved. Nothing here depends on the compiler
/// keeping operations on one side of a change of rounding mode, because there is none, and `opaque`
/// keeps it from contracting, reassociating or folding what must be rounded by itself.
///
/// Rounding to nearest is assumed: `require_rounding_to_nearest` (interval.hpp) checks it.
namespace asymptest::rigor {

/// x itself, of which the optimiser knows nothing any more.
inline double opaque(double x) {
#if defined(__GNUC__) && (defined(__x86_64__) || defined(__aarch64__))
#if defined(__x86_64__)
  asm("" : "+x"(x));
#else
  asm("" : "+w"(x));
#endif
  return x;
#else
  const volatile double hidden = x;
  return hidden;
#endif
}

/// Below this, in magnitude, the error of a product or a quotient may not be representable: its
/// last bit is 2^-106 of it, and numbers end at 2^-1074.
inline constexpr double smallest_with_exact_error = 0x1p-960;

inline double next_up(double x) {
  if (!(x < std::numeric_limits<double>::infinity())) return x;
  if (x == 0) return std::numeric_limits<double>::denorm_min();
  const auto bits = std::bit_cast<std::uint64_t>(x);
  return std::bit_cast<double>(x > 0 ? bits + 1 : bits - 1);
}

inline double next_down(double x) { return -next_up(-x); }

/// (a + b) − fl(a + b), exactly; not a number if the sum overflows.
inline double sum_error(double a, double b, double sum) {
  const double b_part = opaque(sum - a);
  const double a_part = opaque(sum - b_part);
  return opaque(opaque(a - a_part) + opaque(b - b_part));
}

/// The largest number known to be ≤ a + b.
inline double add_down(double a, double b) {
  const double sum = opaque(a + b);
  return sum_error(a, b, sum) >= 0 ? sum : next_down(sum);
}

/// The smallest number known to be ≥ a + b.
inline double add_up(double a, double b) { return -add_down(-a, -b); }

inline double subtract_down(double a, double b) { return add_down(a, -b); }
inline double subtract_up(double a, double b) { return add_up(a, -b); }

/// A number ≤ a·b. Zero times anything is zero, as the end points of intervals need it.
inline double multiply_down(double a, double b) {
  if (a == 0 || b == 0) return 0;
  const double product = opaque(a * b);
  if (!(std::abs(product) >= smallest_with_exact_error)) return next_down(product);
  return opaque(std::fma(a, b, -product)) >= 0 ? product : next_down(product);
}

/// A number ≥ a·b.
inline double multiply_up(double a, double b) { return -multiply_down(-a, b); }

/// A number ≤ a/b, for b ≠ 0.
inline double divide_down(double a, double b) {
  if (a == 0) return 0;
  const double quotient = opaque(a / b);
  if (!(std::abs(quotient) >= smallest_with_exact_error &&
        std::abs(a) >= smallest_with_exact_error)) {
    return next_down(quotient);
  }
  const double remainder = opaque(std::fma(-quotient, b, a));
  const bool at_most_the_ratio = b > 0 ? remainder >= 0 : remainder <= 0;
  return at_most_the_ratio ? quotient : next_down(quotient);
}

/// A number ≥ a/b, for b ≠ 0.
inline double divide_up(double a, double b) { return -divide_down(-a, b); }

/// A number ≤ √x, for x ≥ 0.
inline double sqrt_down(double x) {
  if (x == 0) return 0;
  const double root = opaque(std::sqrt(x));
  if (x < smallest_with_exact_error) return next_down(root);
  return opaque(std::fma(root, root, -x)) <= 0 ? root : next_down(root);
}

/// A number ≥ √x, for x ≥ 0.
inline double sqrt_up(double x) {
  if (x == 0) return 0;
  const double root = opaque(std::sqrt(x));
  if (x < smallest_with_exact_error) return next_up(root);
  return opaque(std::fma(root, root, -x)) >= 0 ? root : next_up(root);
}

}  // namespace asymptest::rigor
