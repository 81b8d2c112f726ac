#include "rigor/arithmetic/rational.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <ostream>

#include "asymptest/require/require.hpp"

namespace asymptest::rigor {

/// Without expression templates: fewer types to compile.
struct Rational::Fraction {
  boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                boost::multiprecision::et_off>
      number;
};

Rational::Value Rational::of_signed(std::int64_t whole) {
  return std::make_shared<Fraction>(Fraction{whole});
}

Rational::Value Rational::of_unsigned(std::uint64_t whole) {
  return std::make_shared<Fraction>(Fraction{whole});
}

Rational::Rational(double number) {
  require(std::isfinite(number), "a fraction of {}, expected a finite number", number);
  auto fraction = std::make_shared<Fraction>();
  fraction->number = number;
  value_ = std::move(fraction);
}

Rational::Rational(const Rational&) = default;
Rational::Rational(Rational&&) noexcept = default;
Rational& Rational::operator=(const Rational&) = default;
Rational& Rational::operator=(Rational&&) noexcept = default;
Rational::~Rational() = default;

Rational& Rational::operator+=(const Rational& b) { return *this = *this + b; }
Rational& Rational::operator-=(const Rational& b) { return *this = *this - b; }
Rational& Rational::operator*=(const Rational& b) { return *this = *this * b; }
Rational& Rational::operator/=(const Rational& b) { return *this = *this / b; }

Rational operator+(const Rational& a, const Rational& b) {
  using Fraction = Rational::Fraction;
  return Rational(std::make_shared<Fraction>(Fraction{a.value_->number + b.value_->number}));
}

Rational operator-(const Rational& a, const Rational& b) {
  using Fraction = Rational::Fraction;
  return Rational(std::make_shared<Fraction>(Fraction{a.value_->number - b.value_->number}));
}

Rational operator*(const Rational& a, const Rational& b) {
  using Fraction = Rational::Fraction;
  return Rational(std::make_shared<Fraction>(Fraction{a.value_->number * b.value_->number}));
}

Rational operator/(const Rational& a, const Rational& b) {
  using Fraction = Rational::Fraction;
  return Rational(std::make_shared<Fraction>(Fraction{a.value_->number / b.value_->number}));
}

Rational operator-(const Rational& a) { return 0 - a; }

Rational abs(const Rational& a) { return a < 0 ? -a : a; }

bool operator==(const Rational& a, const Rational& b) {
  return a.value_->number == b.value_->number;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  return a.value_->number.compare(b.value_->number) <=> 0;
}

std::ostream& operator<<(std::ostream& out, const Rational& a) { return out << a.str(); }

Rational::operator double() const { return static_cast<double>(value_->number); }

std::string Rational::str() const { return value_->number.str(); }

Rational factorial(int n) {
  require(n >= 0, "factorial: n is {}, expected at least 0", n);
  Rational product = 1;
  for (int i = 2; i <= n; ++i) product *= i;
  return product;
}

Rational binomial(int n, int k) {
  require(k >= 0 && k <= n, "binomial: k is {}, expected 0 to {}", k, n);
  return factorial(n) / (factorial(k) * factorial(n - k));
}

}  // namespace asymptest::rigor
