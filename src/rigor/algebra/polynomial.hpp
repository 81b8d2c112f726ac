#pragma once

#include <map>
#include <string>

#include "rigor/arithmetic/rational.hpp"

namespace asymptest::rigor {

/// A polynomial with exact coefficients in any number of indeterminates, by name. Equal polynomials
/// are equal at every value of the indeterminates, in every commutative ring over the fractions: an
/// identity that expands to 0 is proved, not sampled.
class Polynomial {
 public:
  /// The power of each indeterminate, none of them 0.
  using Monomial = std::map<std::string, int>;

  /// 0.
  Polynomial() = default;
  Polynomial(const Rational& constant);  // NOLINT(google-explicit-constructor): a number is one
  Polynomial(int constant)
      : Polynomial(Rational(constant)) {}  // NOLINT(google-explicit-constructor)
  /// The indeterminate itself.
  static Polynomial variable(const std::string& name);

  /// Monomial → coefficient, none of them 0.
  [[nodiscard]] const std::map<Monomial, Rational>& terms() const { return terms_; }
  [[nodiscard]] bool is_zero() const { return terms_.empty(); }
  /// A certificate: such a polynomial is ≥ 0 wherever all its indeterminates are.
  [[nodiscard]] bool has_nonnegative_coefficients() const;

  /// ∂/∂name.
  [[nodiscard]] Polynomial derivative(const std::string& name) const;
  /// Σ_i ∂p/∂x_i D(x_i): the product and the chain rule, from the derivative of each indeterminate;
  /// those that are not named are constants.
  [[nodiscard]] Polynomial derivation(const std::map<std::string, Polynomial>& of) const;
  /// With another polynomial in the indeterminate's place.
  [[nodiscard]] Polynomial with(const std::string& name, const Polynomial& value) const;
  /// Throws std::invalid_argument naming an indeterminate that has no value.
  [[nodiscard]] Rational at(const std::map<std::string, Rational>& values) const;
  /// The sum of |coefficient| times monomial: bounds |p| where all indeterminates are ≥ 0.
  [[nodiscard]] Polynomial with_absolute_coefficients() const;
  /// "2 a b^2 - 1/3".
  [[nodiscard]] std::string str() const;

  friend Polynomial operator+(const Polynomial& a, const Polynomial& b);
  friend Polynomial operator-(const Polynomial& a, const Polynomial& b);
  friend Polynomial operator-(const Polynomial& a);
  friend Polynomial operator*(const Polynomial& a, const Polynomial& b);
  friend bool operator==(const Polynomial& a, const Polynomial& b) { return a.terms_ == b.terms_; }

 private:
  void add(const Monomial& powers, const Rational& coefficient);

  std::map<Monomial, Rational> terms_;
};

/// p^n for n ≥ 0. Throws std::invalid_argument otherwise.
Polynomial power(const Polynomial& p, int n);
inline Polynomial square(const Polynomial& p) { return p * p; }

}  // namespace asymptest::rigor
