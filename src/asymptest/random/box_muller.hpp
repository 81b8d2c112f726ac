#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

/// Box and Muller's transform of pairs of random words into pairs of normals, by a logarithm, a
/// sine and a cosine of its own: sums, products, quotients and roots, which IEEE 754 rounds alike
/// everywhere, and no fused multiply-add, which some processors lack. No bit depends on the C
/// library, the compiler or the instruction set.
///
/// Each step is straight-line arithmetic, which a compiler turns into vector instructions where it
/// stands in a loop; a call would keep it from that, hence `always_inline`.
namespace asymptest::box_muller {

/// Largest relative error of `logarithm`: 0.67 ε was the worst of 20 million points.
constexpr double logarithm_error = std::numeric_limits<double>::epsilon();

/// Largest relative error of either coordinate of `unit_circle`: half an ε each of 2π·f and of the
/// last sum, and a tenth of as much of the series; 1.13 ε was the worst of 20 million points.
constexpr double unit_circle_error = 1.25 * std::numeric_limits<double>::epsilon();

/// Largest relative error of a normal: of half the logarithm's, the root, the circle and a product.
constexpr double normal_error =
    logarithm_error / 2 + unit_circle_error + std::numeric_limits<double>::epsilon();

/// Uniform on (0, 1): the odd multiples of 2^-53, each as likely, from the upper 52 bits.
[[gnu::always_inline]] inline double unit_interval(std::uint64_t word) {
  constexpr auto one = std::bit_cast<std::uint64_t>(1.0);
  return std::bit_cast<double>((word >> 12U) | one) - (1 - 0x1p-53);  // exact
}

/// A polynomial, the coefficient of the highest power first.
template <class... Coefficients>
[[gnu::always_inline]] inline double polynomial(double x, double leading, Coefficients... others) {
  ((leading = leading * x + others), ...);
  return leading;
}

/// log u to `logarithm_error` relative for normal numbers u > 0, also where it is near 0.
///
/// With u = 2^k·(1 + f), √½ ≤ 1 + f < √2, and s = f/(2 + f), log(1 + f) is 2·artanh s, by its
/// Taylor series to s²¹. It is written f − (f²/2 − s·(f²/2 + r)), as what is subtracted from f is
/// small.
[[gnu::always_inline]] inline double logarithm(double u) {
  constexpr int mantissa_bits = 52;
  constexpr std::uint64_t mantissa = (std::uint64_t{1} << mantissa_bits) - 1;
  constexpr auto root_half = std::bit_cast<std::uint64_t>(0x1.6a09e667f3bcdp-1);
  constexpr double whole = 0x1p52;  // its last bits count
  constexpr double exponent_bias = 1023;
  // ln 2 in two parts; k times the first is exact.
  constexpr double logarithm_high = 0x1.62e42fefa0000p-1, logarithm_low = 0x1.cf79abc9e3b39p-40;
  const auto shifted =
      std::bit_cast<std::uint64_t>(u) + (std::bit_cast<std::uint64_t>(1.0) - root_half);
  const double k =
      std::bit_cast<double>((shifted >> mantissa_bits) | std::bit_cast<std::uint64_t>(whole)) -
      (whole + exponent_bias);
  const double f = std::bit_cast<double>((shifted & mantissa) + root_half) - 1;
  const double s = f / (2 + f), z = s * s, half_square = 0.5 * f * f;
  const double r = z * polynomial(z, 2.0 / 21, 2.0 / 19, 2.0 / 17, 2.0 / 15, 2.0 / 13, 2.0 / 11,
                                  2.0 / 9, 2.0 / 7, 2.0 / 5, 2.0 / 3);
  return k * logarithm_high + (f - (half_square - (s * (half_square + r) + k * logarithm_low)));
}

/// Two numbers that come of one draw.
struct Pair {
  double first;
  double second;
};

/// (cos 2πu, sin 2πu) to `unit_circle_error` relative each, for u in (0, 1) a multiple of 2^-53.
///
/// With u = q/4 + f, |f| ≤ 1/8, exactly, sin 2πf and cos 2πf by their Taylor series in x = 2πf to
/// x¹⁷ and x¹⁶, turned by q right angles: by exchange and change of signs.
[[gnu::always_inline]] inline Pair unit_circle(double u) {
  constexpr double shifter = 0x1.8p52;  // adding it rounds to a whole number, in the last bits
  constexpr double turn = 0x1.921fb54442d18p2, turn_low = 0x1.1a62633145c07p-52;  // 2π
  const double shifted = 4 * u + shifter;
  const double f = u - 0.25 * (shifted - shifter);
  const double x = f * turn, z = x * x;
  const double sine =
      x + (f * turn_low + x * z *
                              polynomial(z, 1.0 / 355687428096000, -1.0 / 1307674368000,
                                         1.0 / 6227020800, -1.0 / 39916800, 1.0 / 362880,
                                         -1.0 / 5040, 1.0 / 120, -1.0 / 6));
  const double cosine =
      1 + z * polynomial(z, 1.0 / 20922789888000, -1.0 / 87178291200, 1.0 / 479001600,
                         -1.0 / 3628800, 1.0 / 40320, -1.0 / 720, 1.0 / 24, -0.5);
  const auto q = std::bit_cast<std::uint64_t>(shifted);
  const auto c = std::bit_cast<std::uint64_t>(cosine), s = std::bit_cast<std::uint64_t>(sine);
  const std::uint64_t exchanged = (c ^ s) & (0 - (q & 1U));  // where q is odd
  constexpr int to_sign = 62;                                // from the bit of 2
  return {std::bit_cast<double>((c ^ exchanged) ^ (((q + 1) & 2U) << to_sign)),
          std::bit_cast<double>((s ^ exchanged) ^ ((q & 2U) << to_sign))};
}

/// Two independent standard normals, √(−2 log u)·(cos 2πv, sin 2πv), from two words. Never 0; none
/// is larger than √(106·log 2) = 8.57 in size.
[[gnu::always_inline]] inline Pair normal_pair(std::uint64_t radius, std::uint64_t angle) {
  const double r = std::sqrt(-2 * logarithm(unit_interval(radius)));
  const Pair point = unit_circle(unit_interval(angle));
  return {r * point.first, r * point.second};
}

/// `normal_pair` of each two of 2·pairs words in turn, by the widest vector instructions that the
/// processor has.
void transform(const std::uint64_t* words, double* normals, std::size_t pairs);

/// The same by one set of instructions. All give the same bits.
struct Variant {
  std::string_view instructions;
  bool runs_here;
  void (*transform)(const std::uint64_t* words, double* normals, std::size_t pairs);
};

/// From the plainest to the widest; the first is what the build was made for and runs everywhere.
std::span<const Variant> variants();

}  // namespace asymptest::box_muller
