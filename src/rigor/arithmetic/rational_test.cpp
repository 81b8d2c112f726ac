#include "rigor/arithmetic/rational.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <limits>
#include <sstream>
#include <stdexcept>

namespace asymptest::rigor::rational_test {
namespace {

TEST(Rational, AddsWithoutRounding) {
  Rational sum = 0;
  for (int i = 0; i < 10; ++i) sum += Rational(1, 10);
  EXPECT_EQ(sum, 1);
}

TEST(Rational, TellsApartFractionsThatDoublesCannot) {
  const Rational tiny = 1 / factorial(40);
  EXPECT_NE(Rational(1) + tiny, 1);
  EXPECT_EQ(1.0 + static_cast<double>(tiny), 1.0);
}

TEST(Rational, AgreesWithBoostsOwn) {
  using Exact = boost::multiprecision::cpp_rational;
  const auto text = [](const Exact& number) { return number.str(); };
  for (int p = -7; p <= 7; ++p) {
    for (int q = 1; q <= 7; ++q) {
      const Rational a(p, q), b(q, p + 8);
      const Exact c(p, q), d(q, p + 8);
      EXPECT_EQ((a + b).str(), text(c + d));
      EXPECT_EQ((a - b).str(), text(c - d));
      EXPECT_EQ((a * b).str(), text(c * d));
      EXPECT_EQ((a / b).str(), text(c / d));
      EXPECT_EQ((-a).str(), text(-c));
      EXPECT_EQ(abs(a).str(), text(abs(c)));
      EXPECT_EQ(a < b, c < d);
      EXPECT_EQ(a == b, c == d);
      EXPECT_EQ(static_cast<double>(a), static_cast<double>(c));
    }
  }
}

TEST(Rational, HoldsTheLargestNumbersAndEachDoubleAsItIs) {
  EXPECT_EQ(Rational(std::numeric_limits<std::uint64_t>::max()).str(), "18446744073709551615");
  EXPECT_EQ(Rational(std::numeric_limits<std::int64_t>::min()).str(), "-9223372036854775808");
  EXPECT_EQ(Rational(0.1).str(), "3602879701896397/36028797018963968");
  EXPECT_THROW(Rational{std::numeric_limits<double>::infinity()}, std::invalid_argument);
}

TEST(Rational, LeavesCopiesAlone) {
  Rational a(1, 2);
  const Rational b = a;
  a += 1;
  a /= 3;
  EXPECT_EQ(a, b);
  a -= b;
  a *= 5;
  EXPECT_EQ(a, Rational());
  EXPECT_EQ(b, Rational(2, 4));
}

TEST(Rational, IsReadAsAFraction) {
  std::ostringstream text;
  text << Rational(3, -4) << ' ' << Rational(14, 2);
  EXPECT_EQ(text.str(), "-3/4 7");
}

TEST(Rational, RefusesToDivideByZero) {
  EXPECT_THROW(Rational(1) / 0, std::overflow_error);
  EXPECT_THROW(Rational(1, 0), std::overflow_error);
}

TEST(Factorial, OutgrowsSixtyFourBits) {
  EXPECT_EQ(factorial(0), 1);
  EXPECT_EQ(factorial(5), 120);
  EXPECT_EQ(factorial(25) / factorial(24), 25);
  EXPECT_THROW(factorial(-1), std::invalid_argument);
}

TEST(Binomial, ObeysPascalsRule) {
  for (int n = 1; n < 12; ++n) {
    for (int k = 1; k < n; ++k) {
      EXPECT_EQ(binomial(n, k), binomial(n - 1, k - 1) + binomial(n - 1, k));
    }
  }
  EXPECT_THROW(binomial(3, 4), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::rigor::rational_test
