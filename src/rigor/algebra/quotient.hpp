#pragma once

#include "rigor/algebra/polynomial.hpp"

namespace asymptest::rigor {

/// A quotient of two polynomials, for identities of formulas with fractions in them. Two are equal
/// if they agree after multiplication by both denominators: at every value of the indeterminates
/// where neither denominator is 0.
class Quotient {
 public:
  Quotient(Polynomial numerator);  // NOLINT(google-explicit-constructor): over 1
  Quotient(int constant) : Quotient(Polynomial(constant)) {}  // NOLINT(google-explicit-constructor)
  Quotient(const Rational& constant)
      : Quotient(Polynomial(constant)) {}  // NOLINT(google-explicit-constructor)
  /// Throws std::invalid_argument if the denominator is the polynomial 0.
  Quotient(Polynomial numerator, Polynomial denominator);

  [[nodiscard]] const Polynomial& numerator() const { return numerator_; }
  [[nodiscard]] const Polynomial& denominator() const { return denominator_; }
  [[nodiscard]] bool is_zero() const { return numerator_.is_zero(); }
  [[nodiscard]] Quotient with(const std::string& name, const Polynomial& value) const;
  /// As `Polynomial::derivation`, with (a/b)' = (a'b − ab')/b².
  [[nodiscard]] Quotient derivation(const std::map<std::string, Polynomial>& of) const;
  /// Numerator and denominator have nonnegative coefficients: ≥ 0 wherever all indeterminates are
  /// and the denominator is not 0.
  [[nodiscard]] bool has_nonnegative_coefficients() const;
  [[nodiscard]] std::string str() const;

  friend Quotient operator+(const Quotient& a, const Quotient& b);
  friend Quotient operator-(const Quotient& a, const Quotient& b);
  friend Quotient operator*(const Quotient& a, const Quotient& b);
  /// Throws std::invalid_argument if b is 0.
  friend Quotient operator/(const Quotient& a, const Quotient& b);
  friend bool operator==(const Quotient& a, const Quotient& b) { return (a - b).is_zero(); }

 private:
  Polynomial numerator_, denominator_;
};

inline Quotient square(const Quotient& q) { return q * q; }

}  // namespace asymptest::rigor
