#include "learning/neighbours/negative_powers.hpp"

#include <bit>
#include <cmath>
#include <cstdint>

#include "asymptest/random/box_muller.hpp"

namespace asymptest::learning {
namespace {

/// A polynomial, the coefficient of the highest power first, by fused multiply-adds.
template <class... Coefficients>
[[gnu::always_inline]] inline double horner(double x, double leading, Coefficients... others) {
  ((leading = std::fma(leading, x, others)), ...);
  return leading;
}

/// e^y, 0 below 2^-1022 and infinite from 2^1023 on, where the power of two has those bits: with y
/// = k log 2 + r, |r| ≤ 0.35, by the Taylor series to r^13, whose next term is below 2^-58.
[[gnu::always_inline]] inline double exponential(double y) {
  constexpr double log_of_2 = 0x1.62e42fefa39efp-1, log_of_2_low = 0x1.abc9e3b39803fp-56;
  constexpr double lowest = -1023 * log_of_2, highest = 1024 * log_of_2;
  constexpr double shifter = 0x1.8p52;  // adding it rounds to a whole number, in the last bits
  constexpr std::uint64_t bias = 1023;
  const double below = y > highest ? highest : y;
  const double bounded = below < lowest ? lowest : below;
  const double shifted = std::fma(bounded, 1.4426950408889634, shifter);
  const double k = shifted - shifter;
  const double r = std::fma(-k, log_of_2_low, std::fma(-k, log_of_2, bounded));
  const double z = r * r;  // even and odd powers apart: half as long a chain
  const double even =
      horner(z, 1.0 / 479001600, 1.0 / 3628800, 1.0 / 40320, 1.0 / 720, 1.0 / 24, 1.0 / 2, 1.0);
  const double odd = horner(z, 1.0 / 6227020800, 1.0 / 39916800, 1.0 / 362880, 1.0 / 5040,
                            1.0 / 120, 1.0 / 6, 1.0);
  const double series = std::fma(odd, r, even);
  return std::bit_cast<double>((std::bit_cast<std::uint64_t>(shifted) + bias) << 52U) * series;
}

}  // namespace

void raise_to_negative_power(std::span<double> x, double a) {
  for (double& each : x) each = exponential(-a * box_muller::logarithm(each));
}

}  // namespace asymptest::learning
