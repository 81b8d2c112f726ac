#include "rigor/arithmetic/interval.hpp"

#include <algorithm>
#include <cfenv>
#include <cstdio>
#include <stdexcept>

#include "asymptest/require/require.hpp"

#ifdef __FAST_MATH__
#error "interval arithmetic needs IEEE 754 semantics: compile without -ffast-math"
#endif

namespace asymptest::rigor {

void Interval::refuse_bounds(double lower, double upper) {
  char text[120];
  std::snprintf(text, sizeof text, "interval [%.17g, %.17g]: expected lower <= upper, both numbers",
                lower, upper);
  throw std::invalid_argument(text);
}

double Interval::radius() const {
  const double middle = midpoint();
  return std::max(subtract_up(middle, lower_), subtract_up(upper_, middle));
}

Interval Interval::multiply_any_signs(const Interval& a, const Interval& b) {
  if (a.upper_ < 0) return -(-a * b);
  if (b.upper_ < 0) return -(a * -b);
  return {std::min({multiply_down(a.lower_, b.lower_), multiply_down(a.lower_, b.upper_),
                    multiply_down(a.upper_, b.lower_), multiply_down(a.upper_, b.upper_)}),
          std::max({multiply_up(a.lower_, b.lower_), multiply_up(a.lower_, b.upper_),
                    multiply_up(a.upper_, b.lower_), multiply_up(a.upper_, b.upper_)})};
}

Interval operator/(const Interval& a, const Interval& b) {
  if (b.contains(0.0)) {
    throw std::domain_error("division of " + to_string(a) + " by " + to_string(b) +
                            ", which holds 0");
  }
  return {std::min({divide_down(a.lower_, b.lower_), divide_down(a.lower_, b.upper_),
                    divide_down(a.upper_, b.lower_), divide_down(a.upper_, b.upper_)}),
          std::max({divide_up(a.lower_, b.lower_), divide_up(a.lower_, b.upper_),
                    divide_up(a.upper_, b.lower_), divide_up(a.upper_, b.upper_)})};
}

Interval ratio(double p, double q) { return Interval(p) / Interval(q); }

Interval square(const Interval& x) {
  const double least = x.mignitude();
  const double most = x.magnitude();
  return {std::max(0.0, multiply_down(least, least)), multiply_up(most, most)};
}

Interval power(const Interval& x, int n) {
  require(n >= 0, "power: expected n >= 0, got {}", n);
  if (n == 0) return 1;
  const Interval half = power(x, n / 2);
  return n % 2 == 0 ? square(half) : square(half) * x;
}

Interval abs(const Interval& x) { return {x.mignitude(), x.magnitude()}; }

Interval min(const Interval& a, const Interval& b) {
  return {std::min(a.lower(), b.lower()), std::min(a.upper(), b.upper())};
}

Interval max(const Interval& a, const Interval& b) {
  return {std::max(a.lower(), b.lower()), std::max(a.upper(), b.upper())};
}

Interval hull(const Interval& a, const Interval& b) {
  return {std::min(a.lower(), b.lower()), std::max(a.upper(), b.upper())};
}

Interval intersection(const Interval& a, const Interval& b) {
  const double lower = std::max(a.lower(), b.lower());
  const double upper = std::min(a.upper(), b.upper());
  if (!(lower <= upper)) {
    throw std::domain_error("intervals " + to_string(a) + " and " + to_string(b) +
                            " have nothing in common");
  }
  return {lower, upper};
}

Interval sqrt(const Interval& x) {
  if (x.lower() < 0) throw std::domain_error("square root of " + to_string(x));
  return {sqrt_down(x.lower()), sqrt_up(x.upper())};
}

std::string to_string(const Interval& x) {
  char text[80];
  std::snprintf(text, sizeof text, "[%.17g, %.17g]", x.lower(), x.upper());
  return text;
}

void require_rounding_to_nearest() {
  if (std::fegetround() != FE_TONEAREST) {
    throw std::runtime_error(
        "the rounding mode is not to nearest, which interval arithmetic needs");
  }
}

}  // namespace asymptest::rigor
