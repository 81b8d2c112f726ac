#include "rigor/algebra/polynomial.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "asymptest/require/require.hpp"

namespace asymptest::rigor {
namespace {

Polynomial::Monomial times(Polynomial::Monomial a, const Polynomial::Monomial& b) {
  for (const auto& [name, exponent] : b) a[name] += exponent;
  return a;
}

std::string text_of(const Polynomial::Monomial& powers) {
  std::string text;
  for (const auto& [name, exponent] : powers) {
    if (!text.empty()) text += ' ';
    text += exponent == 1 ? name : fmt::format("{}^{}", name, exponent);
  }
  return text;
}

}  // namespace

Polynomial::Polynomial(const Rational& constant) { add({}, constant); }

Polynomial Polynomial::variable(const std::string& name) {
  Polynomial result;
  result.add({{name, 1}}, 1);
  return result;
}

void Polynomial::add(const Monomial& powers, const Rational& coefficient) {
  if (coefficient == 0) return;
  const auto [at, is_new] = terms_.try_emplace(powers, coefficient);
  if (is_new) return;
  at->second += coefficient;
  if (at->second == 0) terms_.erase(at);
}

bool Polynomial::has_nonnegative_coefficients() const {
  return std::all_of(terms_.begin(), terms_.end(),
                     [](const auto& term) { return term.second > 0; });
}

Polynomial Polynomial::derivative(const std::string& name) const {
  Polynomial result;
  for (const auto& [powers, coefficient] : terms_) {
    const auto found = powers.find(name);
    if (found == powers.end()) continue;
    Monomial lower = powers;
    if (found->second == 1) {
      lower.erase(name);
    } else {
      lower[name] -= 1;
    }
    result.add(lower, coefficient * found->second);
  }
  return result;
}

Polynomial Polynomial::derivation(const std::map<std::string, Polynomial>& of) const {
  Polynomial sum;
  for (const auto& [name, slope] : of) sum = sum + derivative(name) * slope;
  return sum;
}

Polynomial Polynomial::with(const std::string& name, const Polynomial& value) const {
  Polynomial sum;
  for (const auto& [powers, coefficient] : terms_) {
    Monomial others = powers;
    Polynomial term;
    const auto found = powers.find(name);
    others.erase(name);
    term.add(others, coefficient);
    sum = sum + (found == powers.end() ? term : term * power(value, found->second));
  }
  return sum;
}

Rational Polynomial::at(const std::map<std::string, Rational>& values) const {
  Rational sum = 0;
  for (const auto& [powers, coefficient] : terms_) {
    Rational product = coefficient;
    for (const auto& [name, exponent] : powers) {
      const auto value = values.find(name);
      require(value != values.end(), "polynomial: '{}' has no value", name);
      for (int i = 0; i < exponent; ++i) product *= value->second;
    }
    sum += product;
  }
  return sum;
}

Polynomial Polynomial::with_absolute_coefficients() const {
  Polynomial result;
  for (const auto& [powers, coefficient] : terms_) result.add(powers, abs(coefficient));
  return result;
}

std::string Polynomial::str() const {
  std::string text;
  for (const auto& [powers, coefficient] : terms_) {
    if (!text.empty()) text += coefficient < 0 ? " - " : " + ";
    if (text.empty() && coefficient < 0) text += '-';
    const Rational size = abs(coefficient);
    const std::string factors = text_of(powers);
    if (size != 1 || factors.empty()) text += size.str() + (factors.empty() ? "" : " ");
    text += factors;
  }
  return text.empty() ? "0" : text;
}

Polynomial operator+(const Polynomial& a, const Polynomial& b) {
  Polynomial sum = a;
  for (const auto& [powers, coefficient] : b.terms_) sum.add(powers, coefficient);
  return sum;
}

Polynomial operator-(const Polynomial& a, const Polynomial& b) { return a + (-b); }

Polynomial operator-(const Polynomial& a) { return Polynomial(-1) * a; }

Polynomial operator*(const Polynomial& a, const Polynomial& b) {
  Polynomial product;
  for (const auto& [p, c] : a.terms_) {
    for (const auto& [q, e] : b.terms_) product.add(times(p, q), c * e);
  }
  return product;
}

Polynomial power(const Polynomial& p, int n) {
  require(n >= 0, "power of a polynomial: n is {}, expected at least 0", n);
  Polynomial product = 1;
  for (int i = 0; i < n; ++i) product = product * p;
  return product;
}

}  // namespace asymptest::rigor
