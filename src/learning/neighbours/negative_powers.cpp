#include "learning/neighbours/negative_powers.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>

namespace asymptest::learning {
namespace {

constexpr double log_of_2 = 0x1.62e42fefa39efp-1;
/// 1.5·2^52: added to a whole number, it brings that into the last bits.
constexpr double to_the_last_bits = 0x1.8p52;

/// 1, 1/3, 1/5, …: s² ≤ 0.0295, so that the next term is below 2^-56.
constexpr auto odd_reciprocals = [] {
  std::array<double, 12> values{};
  for (std::size_t j = 0; j < values.size(); ++j) values[j] = 1 / static_cast<double>(2 * j + 1);
  return values;
}();

/// 1/0!, 1/1!, …: |r| ≤ 0.35, so that the next term is below 2^-58.
constexpr auto reciprocal_factorials = [] {
  std::array<double, 14> values{};
  double factorial = 1;
  for (std::size_t j = 0; j < values.size(); ++j) {
    values[j] = 1 / factorial;
    factorial *= static_cast<double>(j + 1);
  }
  return values;
}();

/// c_first + c_{first + 2} y + c_{first + 4} y² + … by Horner's scheme, written out, for a loop
/// within keeps a compiler from doing several numbers at a time.
template <std::size_t first, std::size_t count, std::size_t... j>
[[gnu::always_inline]] inline double every_other(const std::array<double, count>& coefficients,
                                                 double y, std::index_sequence<j...>) {
  constexpr std::size_t last = first + 2 * sizeof...(j);
  double sum = coefficients[last];
  ((sum = std::fma(sum, y, coefficients[last - 2 - 2 * j])), ...);
  return sum;
}

/// The even powers and the odd ones apart: half as long a chain. An even count of coefficients.
template <std::size_t count>
[[gnu::always_inline]] inline double polynomial(const std::array<double, count>& coefficients,
                                                double x) {
  constexpr auto terms = std::make_index_sequence<count / 2 - 1>();
  const double even = every_other<0>(coefficients, x * x, terms);
  return std::fma(every_other<1>(coefficients, x * x, terms), x, even);
}

[[gnu::always_inline]] inline double logarithm(double x) {
  constexpr std::uint64_t half_root = std::bit_cast<std::uint64_t>(0x1.6a09e667f3bcdp-1);
  constexpr std::uint64_t one = std::bit_cast<std::uint64_t>(1.0), fraction = (1ULL << 52U) - 1;
  constexpr std::uint64_t bias = 1023;
  const std::uint64_t shifted = std::bit_cast<std::uint64_t>(x) + (one - half_root);
  const std::uint64_t whole = (shifted >> 52U) | std::bit_cast<std::uint64_t>(0x1p52);
  const double exponent = std::bit_cast<double>(whole) - (0x1p52 + static_cast<double>(bias));
  const double m = std::bit_cast<double>((shifted & fraction) + half_root);
  const double s = (m - 1) / (m + 1);
  return std::fma(exponent, log_of_2, 2 * s * polynomial(odd_reciprocals, s * s));
}

/// e^y, 0 below 2^-1022 and infinite from 2^1023 on, where the power of two has those bits.
[[gnu::always_inline]] inline double exponential(double y) {
  constexpr double lowest = -1023 * log_of_2, highest = 1024 * log_of_2;
  constexpr double log_of_2_low = 0x1.abc9e3b39803fp-56;
  constexpr std::uint64_t bias = 1023;
  const double below = y > highest ? highest : y;
  const double bounded = below < lowest ? lowest : below;
  const double shifted = std::fma(bounded, 1.4426950408889634, to_the_last_bits);
  const double k = shifted - to_the_last_bits;
  const double r = std::fma(-k, log_of_2_low, std::fma(-k, log_of_2, bounded));
  const auto bits = std::bit_cast<std::uint64_t>(shifted) + bias;
  return std::bit_cast<double>(bits << 52U) * polynomial(reciprocal_factorials, r);
}

}  // namespace

void raise_to_negative_power(std::span<double> x, double a) {
  for (double& each : x) each = exponential(-a * logarithm(each));
}

}  // namespace asymptest::learning
