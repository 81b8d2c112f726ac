#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <utility>

namespace asymptest::rigor {

/// A fraction of whole numbers of any length: sums, products and quotients are exact. Boost's,
/// behind compiled functions: its templates cost every file that adds two fractions seconds to
/// compile.
class Rational {
 public:
  Rational() : Rational(0) {}
  template <std::integral Whole>
  Rational(Whole whole)  // NOLINT(google-explicit-constructor): a whole number is a fraction
      : value_(std::signed_integral<Whole> ? of_signed(static_cast<std::int64_t>(whole))
                                           : of_unsigned(static_cast<std::uint64_t>(whole))) {}
  /// Throws std::overflow_error if the denominator is zero, as does every division.
  template <std::integral Numerator, std::integral Denominator>
  Rational(Numerator numerator, Denominator denominator)
      : Rational(Rational(numerator) / Rational(denominator)) {}
  /// The number itself, not one near it. Throws std::invalid_argument unless it is finite.
  explicit Rational(double number);

  // Compiled once as well.
  Rational(const Rational&);
  Rational(Rational&&) noexcept;
  Rational& operator=(const Rational&);
  Rational& operator=(Rational&&) noexcept;
  ~Rational();

  Rational& operator+=(const Rational& b);
  Rational& operator-=(const Rational& b);
  Rational& operator*=(const Rational& b);
  Rational& operator/=(const Rational& b);

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a);
  friend Rational abs(const Rational& a);
  friend bool operator==(const Rational& a, const Rational& b);
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);
  friend std::ostream& operator<<(std::ostream& out, const Rational& a);

  explicit operator double() const;       ///< the nearest
  [[nodiscard]] std::string str() const;  ///< "-3/4", "7"

 private:
  struct Fraction;
  using Value = std::shared_ptr<const Fraction>;
  explicit Rational(Value value) : value_(std::move(value)) {}
  static Value of_signed(std::int64_t whole);
  static Value of_unsigned(std::uint64_t whole);

  Value value_;
};

/// n!. Throws std::invalid_argument if n is negative.
Rational factorial(int n);

/// n over k. Throws std::invalid_argument unless 0 ≤ k ≤ n.
Rational binomial(int n, int k);

}  // namespace asymptest::rigor
