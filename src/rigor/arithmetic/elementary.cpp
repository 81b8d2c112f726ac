#include "rigor/arithmetic/elementary.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace asymptest::rigor {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double largest = std::numeric_limits<double>::max();
constexpr double smallest = std::numeric_limits<double>::denorm_min();

/// 1/1, 1/2, … as intervals.
constexpr std::size_t reciprocal_count = 48;
const Interval& reciprocal(std::size_t k) {
  static const auto table = [] {
    std::array<Interval, reciprocal_count> values;
    for (std::size_t i = 1; i < values.size(); ++i) values[i] = ratio(1, static_cast<double>(i));
    return values;
  }();
  return table[k];
}

/// An increasing function from its enclosures at single numbers.
template <class AtNumber>
Interval increasing(const Interval& x, AtNumber at) {
  const Interval first = at(x.lower());
  if (x.lower() == x.upper()) return first;
  return {first.lower(), at(x.upper()).upper()};
}

/// x·2^k. Two factors, because 2^k itself may be out of range.
Interval scaled(const Interval& x, int k) {
  const int half = k / 2;
  return x * Interval(std::ldexp(1.0, half)) * Interval(std::ldexp(1.0, k - half));
}

struct Reduced {
  int k;
  Interval rest;  ///< x − k log 2, |rest| ≤ 0.4
};

/// log 2 = high + low, where high has 33 bits, so that k·high is exact for |k| < 2^20, and low is
/// known to 2^-86.
constexpr double log_of_2_high = 0x1.62e42feep-1;
constexpr double log_of_2_low = 0x1.a39ef35793c76p-33;

/// For |x| ≤ 750.
Reduced reduce(double x) {
  const double k = std::round(x * 1.4426950408889634);
  const Interval low{next_down(log_of_2_low), next_up(log_of_2_low)};
  return {static_cast<int>(k), Interval(x) - Interval(k * log_of_2_high) - Interval(k) * low};
}

/// e^r − 1 for |r| ≤ 0.4, by r (1 + r/2 (1 + r/3 (… (1 + tail)))), N = 14 factors.
/// The tail Σ_{j≥1} r^j N!/(N+j)! is at most (|r|/15) / (1 − |r|/16) < 0.03 in magnitude.
Interval expm1_of_reduced(const Interval& r) {
  constexpr std::size_t factors = 14;
  Interval sum = Interval(1) + Interval(-0.03, 0.03);
  for (std::size_t k = factors; k >= 2; --k) sum = Interval(1) + r * reciprocal(k) * sum;
  return r * sum;
}

/// Beyond these, e^x is not a normal number: e^710 > 2^1024 and e^-746 < 2^-1074.
constexpr double overflows_from = 710;
constexpr double vanishes_below = -746;

Interval exp_at(double x) {
  if (x > overflows_from) return {largest, infinity};
  if (x < vanishes_below) return {0.0, smallest};
  const Reduced reduced = reduce(x);
  return scaled(Interval(1) + expm1_of_reduced(reduced.rest), reduced.k);
}

Interval expm1_at(double x) {
  if (x > overflows_from) return {largest, infinity};
  if (x < vanishes_below) return {-1.0, next_up(-1.0)};
  const Reduced reduced = reduce(x);
  const Interval rest = expm1_of_reduced(reduced.rest);
  if (reduced.k == 0) return rest;
  return scaled(Interval(1) + rest, reduced.k) - Interval(1);
}

/// 2 artanh(s) = 2 s Σ s^{2j}/(2j+1) for 0 ≤ s² ≤ 1/9, N = 17 terms and the tail
/// Σ_{j≥N} s^{2(j−N)}/(2j+1), which lies in [1, 9/8]/(2N+1).
Interval twice_artanh(const Interval& s) {
  constexpr std::size_t terms = 17;
  const Interval s2 = square(s);
  Interval sum = reciprocal(2 * terms + 1) * Interval(1, 1.125);
  for (std::size_t j = terms; j-- > 0;) sum = reciprocal(2 * j + 1) + s2 * sum;
  return Interval(2) * s * sum;
}

/// log x = k log 2 + 2 artanh((f − 1)/(f + 1)), x = f 2^k, f in [0.7, 1.42]: |s| < 0.177.
Interval log_at(double x) {
  if (x == infinity) return {710.0 * 0.99, infinity};
  int k = 0;
  double fraction = std::frexp(x, &k);
  if (fraction < 0.707) {
    fraction *= 2;
    --k;
  }
  const Interval f(fraction);
  const Interval of_fraction = twice_artanh((f - Interval(1)) / (f + Interval(1)));
  return k == 0 ? of_fraction : Interval(k) * log_of_2() + of_fraction;
}

/// From here on 1 − tanh x = 2/(e^{2x} + 1) < 2^-60 and 1 − erf x < e^{−x²} < 2^-53.
constexpr double tanh_is_one_from = 22;
constexpr double erf_is_one_from = 6.1;
Interval just_below_one() { return {0x1.fffffffffffffp-1, 1.0}; }

Interval tanh_at(double x) {
  if (x < 0) return -tanh_at(-x);
  if (x == 0) return 0;
  if (x >= tanh_is_one_from) return just_below_one();
  const Interval e = expm1_at(-2 * x);
  return min(-e / (e + Interval(2)), Interval(1));
}

Interval softplus_at(double x) {
  const Interval bend = log1p(exp_at(-std::abs(x)));
  return x > 0 ? Interval(x) + bend : bend;
}

/// erf x = 2/√π · x e^{−x²} Σ_k (2x²)^k / (1·3·5⋯(2k+1)): all terms are positive, and once the
/// ratio of two terms is below ½ the rest is at most the last term.
Interval erf_at(double x) {
  if (x < 0) return -erf_at(-x);
  if (x == 0) return 0;
  if (x >= erf_is_one_from) return just_below_one();
  const Interval x2 = square(Interval(x));
  Interval term = 1;
  Interval sum = 1;
  for (int k = 1;; ++k) {
    const Interval factor = Interval(2) * x2 / Interval(2 * k + 1);
    term *= factor;
    sum += term;
    if (factor.upper() < 0.5 && term.upper() < sum.lower() * 0x1p-60) break;
  }
  sum += Interval(0, term.upper());
  const Interval scale = Interval(2) / sqrt(pi());
  return min(scale * Interval(x) * exp(-x2) * sum, Interval(1));
}

}  // namespace

Interval pi() { return {0x1.921fb54442d18p+1, 0x1.921fb54442d19p+1}; }

Interval log_of_2() { return {0x1.62e42fefa39efp-1, 0x1.62e42fefa39f0p-1}; }

Interval exp(const Interval& x) { return increasing(x, exp_at); }

Interval expm1(const Interval& x) { return increasing(x, expm1_at); }

Interval log(const Interval& x) {
  if (!(x.lower() > 0)) throw std::domain_error("logarithm of " + to_string(x));
  return increasing(x, log_at);
}

Interval log1p(const Interval& x) {
  if (x.lower() < 0) throw std::domain_error("log1p of " + to_string(x) + ", expected x >= 0");
  return increasing(x, [](double at) {
    if (at > 1) return log(Interval(1) + Interval(at));
    return twice_artanh(Interval(at) / (Interval(2) + Interval(at)));
  });
}

Interval tanh(const Interval& x) { return increasing(x, tanh_at); }

Interval softplus(const Interval& x) { return increasing(x, softplus_at); }

Interval erf(const Interval& x) { return increasing(x, erf_at); }

}  // namespace asymptest::rigor
