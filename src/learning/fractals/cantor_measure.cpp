#include "learning/fractals/cantor_measure.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

void require_chance(double right) {
  require(right > 0 && right < 1,
          "Cantor measure: the weight is {}, expected a number between 0 and 1", right);
}

/// 64 independent bits that are 1 with chance `chance`·2^−24, by Horner's rule on its binary
/// digits: a fair bit before the others halves their chance, and adds 1/2 if the digit is 1.
std::uint64_t biased_bits(std::uint64_t chance, Stream& random) {
  std::uint64_t bits = 0;
  for (int digit = 0; digit < 24; ++digit, chance >>= 1U) {
    bits = (chance & 1U) != 0 ? bits | random() : bits & random();
  }
  return bits;
}

/// ∫₀ᵗ dμ and ∫₀ᵗ x dμ.
struct CantorMoments {
  double mass = 0, first = 0;
};

/// Of the moments: far below the rounding of sums of order 1.
constexpr double negligible = 1e-20;

/// By the digits of t: the left third is the whole three times smaller, with mass 1 − p, and so is
/// the right one, moved by 2/3, with mass p; E x = p.
CantorMoments moments_below(double t, double right) {
  CantorMoments below;
  double mass = 1, scale = 1, start = 0;  // of the copy at hand
  while (t > 0 && mass * scale > negligible) {
    if (t >= 1) return {below.mass + mass, below.first + mass * (start + scale * right)};
    const double left = (1 - right) * mass;
    t *= 3;
    scale /= 3;
    if (t < 1) {
      mass = left;
      continue;
    }
    below = {below.mass + left, below.first + left * (start + scale * right)};
    t -= 2;
    mass *= right;
    start += 2 * scale;
  }
  return below;
}

/// ∫ (x − centre) dμ over [from, to], of which the moments are given.
double moment_between(const CantorMoments& from, const CantorMoments& to, double centre) {
  return to.first - from.first - centre * (to.mass - from.mass);
}

/// Root of a decreasing function between `low` and `high`.
template <class Function>
double bisected(double low, double high, Function f) {
  for (int step = 0; step < 100; ++step) {
    const double middle = 0.5 * (low + high);
    (f(middle) > 0 ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace

std::vector<CantorAddress> cantor_addresses(std::int64_t count, double right, Stream& random) {
  require_chance(right);
  const auto chance = static_cast<std::uint64_t>(std::llround(right * 0x1p24));
  std::vector<CantorAddress> addresses(static_cast<std::size_t>(count));
  for (CantorAddress& address : addresses) address = biased_bits(chance, random);
  return addresses;
}

double cantor_distance(CantorAddress one, CantorAddress other) {
  if (one == other) return 0;
  const int common = std::countl_zero(one ^ other);
  // From the first digit that differs on: 40 digits are all that a double resolves.
  one <<= static_cast<unsigned>(common);
  other <<= static_cast<unsigned>(common);
  double distance = 0;
  for (int digit = 40; digit >= 0; --digit) {
    const unsigned place = 63U - static_cast<unsigned>(digit);
    const auto step =
        static_cast<double>((one >> place) & 1U) - static_cast<double>((other >> place) & 1U);
    distance = (distance + 2 * step) / 3;
  }
  return std::abs(distance) * std::pow(3.0, -common);
}

double nearest_cantor_distance(const std::vector<CantorAddress>& sorted, CantorAddress from) {
  require(!sorted.empty(), "Cantor distance: there are no points, expected at least 1");
  const auto above = std::lower_bound(sorted.begin(), sorted.end(), from);
  double nearest = std::numeric_limits<double>::infinity();
  if (above != sorted.end()) nearest = cantor_distance(*above, from);
  if (above != sorted.begin()) nearest = std::min(nearest, cantor_distance(*(above - 1), from));
  return nearest;
}

double cantor_point(CantorAddress address) {
  double x = 0;
  for (unsigned place = 23; place < 64; ++place) {  // 41 digits are all that a double resolves
    x = (x + 2 * static_cast<double>((address >> place) & 1U)) / 3;
  }
  return x;
}

double mean_nearest_cantor_distance(const std::vector<double>& sorted, double right) {
  require_chance(right);
  require(!sorted.empty(), "Cantor distance: there are no points, expected at least 1");
  CantorMoments at = moments_below(sorted.front(), right);
  double sum = -moment_between({}, at, sorted.front());
  for (std::size_t i = 0; i + 1 < sorted.size(); ++i) {
    const CantorMoments middle = moments_below(0.5 * (sorted[i] + sorted[i + 1]), right);
    const CantorMoments next = moments_below(sorted[i + 1], right);
    sum += moment_between(at, middle, sorted[i]) - moment_between(middle, next, sorted[i + 1]);
    at = next;
  }
  return sum + moment_between(at, {1, right}, sorted.back());
}

double mean_distance_exponent(double right) {
  require_chance(right);
  return bisected(1, 2, [right](double beta) {
    return 3 - std::pow(right, 1 - beta) - std::pow(1 - right, 1 - beta);
  });
}

double typical_distance_exponent(double right) {
  require_chance(right);
  const double entropy = -right * std::log(right) - (1 - right) * std::log(1 - right);
  return std::log(3.0) / entropy;
}

double weight_with_power(int power) {
  require(power >= 1, "Cantor measure: the power is {}, expected at least 1", power);
  return bisected(0, 1, [power](double q) { return 1 - q - std::pow(q, power); });
}

}  // namespace asymptest::learning
