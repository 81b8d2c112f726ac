#include "learning/neighbours/negative_powers.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace asymptest::learning::negative_powers_test {
namespace {

double raised(double x, double a) {
  raise_to_negative_power({&x, 1}, a);
  return x;
}

/// The bound that the header states, and the oracle's own error: the C library's in long double.
double bound(double x, double a) { return (6 + 3 * std::abs(a * std::log(x))) * 0x1p-53; }

TEST(NegativePowers, AreThoseOfTheLibraryInLongDouble) {
  std::mt19937_64 bits(1);
  std::uniform_real_distribution<double> decimal(-300, 300), near_one(0.5, 2);
  for (const double a : {0.01, 0.5, 1.0, 1.5, 7.0, -2.0}) {
    for (int trial = 0; trial < 20000; ++trial) {
      const double x = trial % 2 == 0 ? std::pow(10.0, decimal(bits)) : near_one(bits);
      const long double exact = std::pow(static_cast<long double>(x), -static_cast<long double>(a));
      if (exact < 0x1p-1022L || exact >= 0x1p1022L) continue;
      const long double error = std::abs(raised(x, a) / exact - 1);
      ASSERT_LE(static_cast<double>(error), bound(x, a)) << x << "^-" << a;
    }
  }
}

TEST(NegativePowers, AreTheSameWhereverANumberStands) {
  std::vector<double> x;
  for (int i = 0; i < 37; ++i) x.push_back(0.1 + i);
  std::vector<double> together = x;
  raise_to_negative_power(together, 1.3);
  for (std::size_t i = 0; i < x.size(); ++i) EXPECT_EQ(together[i], raised(x[i], 1.3));
}

TEST(NegativePowers, EndAtZeroAndInfinity) {
  EXPECT_EQ(raised(1, 5), 1);
  EXPECT_EQ(raised(3, 0), 1);
  EXPECT_EQ(raised(1e200, 10), 0);
  EXPECT_EQ(raised(1e-200, 10), std::numeric_limits<double>::infinity());
  EXPECT_NEAR(raised(0x1p-1022, 1) * 0x1p-1022, 1, bound(0x1p-1022, 1));
}

}  // namespace
}  // namespace asymptest::learning::negative_powers_test
