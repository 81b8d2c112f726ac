#include "rigor/algebra/quotient.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::rigor::quotient_test {
namespace {

const Polynomial x = Polynomial::variable("x");
const Polynomial y = Polynomial::variable("y");

Rational value(const Quotient& q) {
  const std::map<std::string, Rational> at{{"x", Rational(7, 3)}, {"y", Rational(-5, 11)}};
  return q.numerator().at(at) / q.denominator().at(at);
}

TEST(Quotient, CalculatesAsItsValuesDo) {
  const Quotient a(x + 1, y), b(y * y, x - y);
  EXPECT_EQ(value(a + b), value(a) + value(b));
  EXPECT_EQ(value(a - b), value(a) - value(b));
  EXPECT_EQ(value(a * b), value(a) * value(b));
  EXPECT_EQ(value(a / b), value(a) / value(b));
}

TEST(Quotient, IsEqualToWhatItReducesTo) {
  EXPECT_EQ(Quotient(x * x - y * y, x - y), Quotient(x + y));
  EXPECT_FALSE(Quotient(x * x + y * y, x - y) == Quotient(x + y));
  // The sum of a telescope: 1/(x(x + 1)) = 1/x − 1/(x + 1).
  EXPECT_EQ(Quotient(1) / Quotient(x * (x + 1)), Quotient(1, x) - Quotient(1, x + 1));
}

/// (1/x)' = −1/x².
TEST(Quotient, HasTheDerivativeOfAFraction) {
  EXPECT_EQ(Quotient(1, x).derivation({{"x", 1}}), Quotient(-1, x * x));
}

TEST(Quotient, CertifiesItsSign) {
  EXPECT_TRUE(Quotient(x, x + y).has_nonnegative_coefficients());
  EXPECT_FALSE(Quotient(x, x - y).has_nonnegative_coefficients());
}

TEST(Quotient, RefusesToDivideByZero) {
  EXPECT_THROW(Quotient(x, x - x), std::invalid_argument);
  EXPECT_THROW(Quotient(x) / Quotient(0), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::rigor::quotient_test
