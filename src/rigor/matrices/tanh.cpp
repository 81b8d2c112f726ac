#include "rigor/matrices/tanh.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace asymptest::rigor {
namespace {

constexpr auto reciprocal_factorials = [] {
  std::array<double, 14> values{};  // 1/1!, 1/2!, …
  double factorial = 1;             // exact: below 2^53
  for (std::size_t j = 0; j < values.size(); ++j) {
    factorial *= static_cast<double>(j + 1);
    values[j] = 1 / factorial;
  }
  return values;
}();

/// 2^k for a whole number |k| < 1023, by its bits.
double power_of_two(double k) {
  constexpr double to_the_last_bits = 0x1.8p52;
  constexpr std::uint64_t bias = 1023;
  const auto whole = std::bit_cast<std::uint64_t>(k + to_the_last_bits);
  return std::bit_cast<double>((whole + bias) << 52U);
}

inline double tanh_from_expm1(double x) {
  // log 2 = high + low; high has 33 bits, so that k·high is exact for |k| < 2^20.
  constexpr double high = 0x1.62e42feep-1, low = 0x1.a39ef35793c76p-33;
  constexpr double one_beyond = 22;
  const double size = std::abs(x);
  const double twice = -2 * (size > one_beyond ? one_beyond : size);
  const double k = std::nearbyint(twice * 1.4426950408889634);
  const double r = (twice - k * high) - k * low;
  double q = reciprocal_factorials.back();
  for (std::size_t j = reciprocal_factorials.size() - 1; j-- > 0;) {
    q = std::fma(q, r, reciprocal_factorials[j]);
  }
  const double small = r * q;
  const double e = k == 0 ? small : power_of_two(k) * (1 + small) - 1;
  return std::copysign(e / (e + 2), x);
}

}  // namespace

double plain_tanh(double x) { return tanh_from_expm1(x); }

IntervalMatrix tanh_of(const IntervalMatrix& a) {
  constexpr double least_error = 0x1p-1022;  // what underflows is below
  IntervalMatrix result(a.rows(), a.cols());
  for (Eigen::Index i = 0; i < a.midpoint.size(); ++i) {
    const double value = tanh_from_expm1(a.midpoint.data()[i]);
    const double error = tanh_error * std::abs(value) + a.radius.data()[i];
    result.midpoint.data()[i] = value;
    result.radius.data()[i] = error * (1 + 4 * unit_roundoff) + least_error;
  }
  return result;
}

}  // namespace asymptest::rigor
