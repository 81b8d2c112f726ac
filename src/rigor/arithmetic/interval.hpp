#pragma once

#include <string>

#include "rigor/arithmetic/rounding.hpp"

namespace asymptest::rigor {

/// A closed interval of real numbers, [lower, upper], that is known to hold the number meant.
///
/// Every operation returns an interval that holds every result of its operands' elements, whatever
/// the rounding (Moore 1966). End points may be infinite. An operation that has no result there
/// (a division by an interval that holds 0, the root of a negative number) throws
/// std::domain_error.
class Interval {
 public:
  constexpr Interval() = default;

  /// The number itself. Throws std::invalid_argument if it is not a number.
  Interval(double exact) : Interval(exact, exact) {}  // NOLINT(google-explicit-constructor)

  /// Throws std::invalid_argument unless lower ≤ upper.
  Interval(double lower, double upper) : lower_(lower), upper_(upper) {
    if (!(lower <= upper)) refuse_bounds(lower, upper);
  }

  [[nodiscard]] double lower() const { return lower_; }
  [[nodiscard]] double upper() const { return upper_; }
  /// A number in the interval, near its middle.
  [[nodiscard]] double midpoint() const { return lower_ + (upper_ / 2 - lower_ / 2); }
  /// An upper bound of the distance from `midpoint()` to any element.
  [[nodiscard]] double radius() const;
  /// An upper bound of upper − lower.
  [[nodiscard]] double width() const { return subtract_up(upper_, lower_); }
  /// The largest |x|.
  [[nodiscard]] double magnitude() const { return std::fmax(-lower_, upper_); }
  /// The smallest |x|.
  [[nodiscard]] double mignitude() const { return std::fmax(0.0, std::fmax(lower_, -upper_)); }

  [[nodiscard]] bool contains(double x) const { return lower_ <= x && x <= upper_; }
  [[nodiscard]] bool contains(const Interval& x) const {
    return lower_ <= x.lower_ && x.upper_ <= upper_;
  }

  Interval& operator+=(const Interval& b) { return *this = *this + b; }
  Interval& operator-=(const Interval& b) { return *this = *this - b; }
  Interval& operator*=(const Interval& b) { return *this = *this * b; }
  Interval& operator/=(const Interval& b) { return *this = *this / b; }

  friend Interval operator-(const Interval& a) { return {-a.upper_, -a.lower_}; }
  friend Interval operator+(const Interval& a, const Interval& b) {
    return {add_down(a.lower_, b.lower_), add_up(a.upper_, b.upper_)};
  }
  friend Interval operator-(const Interval& a, const Interval& b) {
    return {subtract_down(a.lower_, b.upper_), subtract_up(a.upper_, b.lower_)};
  }
  friend Interval operator*(const Interval& a, const Interval& b) {
    if (a.lower_ >= 0 && b.lower_ >= 0) {
      return {multiply_down(a.lower_, b.lower_), multiply_up(a.upper_, b.upper_)};
    }
    return multiply_any_signs(a, b);
  }
  friend Interval operator/(const Interval& a, const Interval& b);

 private:
  [[noreturn]] static void refuse_bounds(double lower, double upper);
  static Interval multiply_any_signs(const Interval& a, const Interval& b);

  double lower_ = 0;
  double upper_ = 0;
};

/// p/q, for q ≠ 0: rational constants that are no binary numbers.
Interval ratio(double p, double q);

/// The enclosure of x², never below 0.
Interval square(const Interval& x);
/// x^n for n ≥ 0.
Interval power(const Interval& x, int n);
Interval abs(const Interval& x);
Interval min(const Interval& a, const Interval& b);
Interval max(const Interval& a, const Interval& b);
/// The smallest interval that holds both.
Interval hull(const Interval& a, const Interval& b);
/// What lies in both. Throws std::domain_error if nothing does.
Interval intersection(const Interval& a, const Interval& b);
/// √x. Throws std::domain_error if x holds a negative number.
Interval sqrt(const Interval& x);

/// Whether every element of a is below (at most) every element of b: what a proof may conclude.
/// The negation concludes nothing.
inline bool certainly_less(const Interval& a, const Interval& b) { return a.upper() < b.lower(); }
inline bool certainly_at_most(const Interval& a, const Interval& b) {
  return a.upper() <= b.lower();
}

/// "[0.1, 0.2]" with as many digits as tell the end points.
std::string to_string(const Interval& x);

/// Throws std::runtime_error unless the processor rounds to nearest, which all bounds rest on.
void require_rounding_to_nearest();

}  // namespace asymptest::rigor
