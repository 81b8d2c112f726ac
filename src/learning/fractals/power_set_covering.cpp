#include "learning/fractals/power_set_covering.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

/// The greatest point k^−a below `bound`, for 0 < bound < 1.
double greatest_point_below(double bound, double exponent) {
  double k = std::floor(std::pow(bound, -1 / exponent));
  while (std::pow(k, -exponent) >= bound) ++k;
  return std::pow(k, -exponent);
}

}  // namespace

std::int64_t intervals_covering_powers(double exponent, double radius) {
  if (!(exponent > 0) || !(radius > 0)) {
    throw std::invalid_argument(
        message("covering of powers: the exponent is {}, the radius {}, expected positive numbers",
                exponent, radius));
  }
  std::int64_t intervals = 1;
  double first = 1;  // the greatest point of the interval that was added last
  while (first > 2 * radius) {
    first = greatest_point_below(first - 2 * radius, exponent);
    ++intervals;
  }
  return intervals;
}

double power_set_covering_radius(double exponent, std::int64_t count) {
  if (count < 1) {
    throw std::invalid_argument(
        message("covering of powers: {} intervals, expected at least 1", count));
  }
  double enough = 0.5, few = enough;
  while (intervals_covering_powers(exponent, few) <= count) few /= 2;
  while (enough / few > 1 + 1e-12) {
    const double middle = std::sqrt(enough * few);
    (intervals_covering_powers(exponent, middle) <= count ? enough : few) = middle;
  }
  return enough;
}

}  // namespace asymptest::learning
