#include "rigor/arithmetic/rational.hpp"

#include <gtest/gtest.h>

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
