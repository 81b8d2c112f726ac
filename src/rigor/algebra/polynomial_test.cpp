#include "rigor/algebra/polynomial.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::rigor::polynomial_test {
namespace {

const Polynomial x = Polynomial::variable("x");
const Polynomial y = Polynomial::variable("y");

/// Values whose powers and products all differ.
const std::map<std::string, Rational> somewhere{{"x", Rational(7, 3)}, {"y", Rational(-5, 11)}};

TEST(Polynomial, ExpandsTheBinomialTheorem) {
  for (int n = 0; n <= 12; ++n) {
    const Polynomial expanded = power(x + y, n);
    EXPECT_EQ(expanded.terms().size(), static_cast<std::size_t>(n) + 1);
    Polynomial sum;
    for (int k = 0; k <= n; ++k) sum = sum + binomial(n, k) * power(x, k) * power(y, n - k);
    EXPECT_EQ(expanded, sum);
  }
}

TEST(Polynomial, IsARingWhoseOperationsAreThoseOfItsValues) {
  const Polynomial a = 3 * x * x * y - Rational(2, 7) * y + 1;
  const Polynomial b = x - 5 * y * y;
  const Rational av = a.at(somewhere), bv = b.at(somewhere);
  EXPECT_EQ((a + b).at(somewhere), av + bv);
  EXPECT_EQ((a - b).at(somewhere), av - bv);
  EXPECT_EQ((a * b).at(somewhere), av * bv);
  EXPECT_EQ((-a).at(somewhere), -av);
  EXPECT_TRUE((a * b - b * a).is_zero());
}

TEST(Polynomial, TellsApartWhatOnePointOrOneCoefficientWouldNot) {
  EXPECT_NE(x * (x - 1), Polynomial());
  EXPECT_FALSE(((x + y) * (x - y) - x * x + Rational(101, 100) * y * y).is_zero());
}

TEST(Polynomial, HasTheDerivativeOfItsPowers) {
  EXPECT_EQ(power(x, 5).derivative("x"), 5 * power(x, 4));
  EXPECT_EQ((x * y + y).derivative("x"), y);
  EXPECT_EQ((x * y + y).derivative("z"), Polynomial());
}

/// (u v)' and u(v)' by hand, with u = x², v = y³ and x' = y, y' = −x.
TEST(Polynomial, IsDifferentiatedByTheProductAndTheChainRule) {
  const std::map<std::string, Polynomial> turning{{"x", y}, {"y", -x}};
  EXPECT_TRUE((x * x + y * y).derivation(turning).is_zero());
  EXPECT_EQ((power(x, 2) * power(y, 3)).derivation(turning),
            2 * x * power(y, 4) - 3 * power(x, 3) * power(y, 2));
}

TEST(Polynomial, TakesAPolynomialInAnIndeterminatesPlace) {
  EXPECT_EQ((x * x + x * y).with("x", y - 1), 2 * y * y - 3 * y + 1);
  EXPECT_EQ(x.with("y", x * x), x);
}

TEST(Polynomial, CertifiesItsSignByItsCoefficientsAlone) {
  EXPECT_TRUE((x * y + 3).has_nonnegative_coefficients());
  EXPECT_TRUE(Polynomial().has_nonnegative_coefficients());
  // Nonnegative everywhere, but not by its coefficients.
  EXPECT_FALSE(((x - y) * (x - y)).has_nonnegative_coefficients());
  EXPECT_EQ((x - 2 * y).with_absolute_coefficients(), x + 2 * y);
}

TEST(Polynomial, ReadsAsOneWritesIt) {
  EXPECT_EQ((2 * x * y * y - Rational(1, 3)).str(), "-1/3 + 2 x y^2");
  EXPECT_EQ((-x).str(), "-x");
  EXPECT_EQ(Polynomial().str(), "0");
}

TEST(Polynomial, NamesWhatItLacks) {
  EXPECT_THROW(static_cast<void>((x * y).at({{"x", 1}})), std::invalid_argument);
  EXPECT_THROW(power(x, -1), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::rigor::polynomial_test
