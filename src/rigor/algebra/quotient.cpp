#include "rigor/algebra/quotient.hpp"

#include "asymptest/require/require.hpp"

namespace asymptest::rigor {

Quotient::Quotient(Polynomial numerator) : Quotient(std::move(numerator), 1) {}

Quotient::Quotient(Polynomial numerator, Polynomial denominator)
    : numerator_(std::move(numerator)), denominator_(std::move(denominator)) {
  require(!denominator_.is_zero(), "quotient: the denominator of '{}' is 0", numerator_.str());
}

Quotient Quotient::with(const std::string& name, const Polynomial& value) const {
  return {numerator_.with(name, value), denominator_.with(name, value)};
}

Quotient Quotient::derivation(const std::map<std::string, Polynomial>& of) const {
  return {numerator_.derivation(of) * denominator_ - numerator_ * denominator_.derivation(of),
          denominator_ * denominator_};
}

bool Quotient::has_nonnegative_coefficients() const {
  return numerator_.has_nonnegative_coefficients() && denominator_.has_nonnegative_coefficients();
}

std::string Quotient::str() const {
  if (denominator_ == Polynomial(1)) return numerator_.str();
  return "(" + numerator_.str() + ")/(" + denominator_.str() + ")";
}

Quotient operator+(const Quotient& a, const Quotient& b) {
  if (a.denominator_ == b.denominator_) return {a.numerator_ + b.numerator_, a.denominator_};
  return {a.numerator_ * b.denominator_ + b.numerator_ * a.denominator_,
          a.denominator_ * b.denominator_};
}

Quotient operator-(const Quotient& a, const Quotient& b) { return a + Quotient(-1) * b; }

Quotient operator*(const Quotient& a, const Quotient& b) {
  return {a.numerator_ * b.numerator_, a.denominator_ * b.denominator_};
}

Quotient operator/(const Quotient& a, const Quotient& b) {
  return {a.numerator_ * b.denominator_, a.denominator_ * b.numerator_};
}

}  // namespace asymptest::rigor
