#include "rigor/arithmetic/elementary.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>

namespace asymptest::rigor::elementary_test {
namespace {

using Real = boost::multiprecision::cpp_bin_float_50;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Units in the last place that an enclosure at a number may be wide, when the function's value is
/// a normal number: a dozen operations, each one unit wide, some of which add up.
constexpr double widest = 24;
/// The series of erf has up to 40 terms, each with the roundings of all before it.
constexpr double widest_of_erf = 120;

void expect_enclosed(const Interval& enclosure, const Real& exact, double x,
                     double units = widest) {
  ASSERT_LE(Real(enclosure.lower()), exact) << x << " " << to_string(enclosure);
  ASSERT_GE(Real(enclosure.upper()), exact) << x << " " << to_string(enclosure);
  const double unit = next_up(enclosure.magnitude()) - enclosure.magnitude();
  if (enclosure.mignitude() > 1e-300 && enclosure.magnitude() < 1e300) {
    EXPECT_LE(enclosure.width() / unit, units) << x << " " << to_string(enclosure);
  }
}

/// ± 2^e (1 + uniform), e uniform: every magnitude up to `largest`.
double any_magnitude(std::mt19937_64& bits, double smallest_exponent, double largest) {
  std::uniform_real_distribution<double> exponent(smallest_exponent, std::log2(largest));
  return std::exp2(exponent(bits)) * (bits() % 2 == 0 ? 1 : -1);
}

constexpr int points = 3000;

TEST(Elementary, ExponentialsHoldTheExactValueAtEveryMagnitude) {
  std::mt19937_64 bits(1);
  for (int i = 0; i < points; ++i) {
    const double x = any_magnitude(bits, -60, 700);
    expect_enclosed(exp(Interval(x)), boost::multiprecision::exp(Real(x)), x);
  }
}

/// expm1 at 50 digits loses as many as it cancels: 2^-60 costs 18 of them, and 32 are left.
TEST(Elementary, ExponentialsLessOneKeepTheirRelativeWidthNearZero) {
  std::mt19937_64 bits(2);
  for (int i = 0; i < points; ++i) {
    const double x = any_magnitude(bits, -60, 700);
    expect_enclosed(expm1(Interval(x)), boost::multiprecision::exp(Real(x)) - 1, x);
  }
}

TEST(Elementary, LogarithmsHoldTheExactValueAtEveryMagnitude) {
  std::mt19937_64 bits(3);
  for (int i = 0; i < points; ++i) {
    const double x = std::abs(any_magnitude(bits, -1020, 1e300));
    expect_enclosed(log(Interval(x)), boost::multiprecision::log(Real(x)), x);
    const double near_one = 1 + any_magnitude(bits, -52, 0.4);
    expect_enclosed(log(Interval(near_one)), boost::multiprecision::log(Real(near_one)), near_one);
    const double t = std::abs(any_magnitude(bits, -60, 100));
    expect_enclosed(log1p(Interval(t)), boost::multiprecision::log(1 + Real(t)), t);
  }
}

TEST(Elementary, TanhHoldsTheExactValueAtEveryMagnitude) {
  std::mt19937_64 bits(4);
  for (int i = 0; i < points; ++i) {
    const double x = any_magnitude(bits, -60, 40);
    const Real e = boost::multiprecision::exp(2 * Real(x));
    expect_enclosed(tanh(Interval(x)), (e - 1) / (e + 1), x);
  }
}

TEST(Elementary, SoftplusHoldsTheExactValueAtEveryMagnitude) {
  std::mt19937_64 bits(5);
  for (int i = 0; i < points; ++i) {
    const double x = any_magnitude(bits, -60, 80);
    expect_enclosed(softplus(Interval(x)),
                    boost::multiprecision::log(1 + boost::multiprecision::exp(Real(x))), x);
  }
}

/// The Maclaurin series, whose terms alternate and grow to e^{x²} < 10^16: 34 digits are left of
/// 50. The code under test sums another series.
Real erf_by_maclaurin(const Real& x) {
  Real power = x;
  Real sum = x;
  for (int k = 1; k < 250; ++k) {
    power *= -x * x / k;
    sum += power / (2 * k + 1);
  }
  return 2 * sum / boost::multiprecision::sqrt(4 * boost::multiprecision::atan(Real(1)));
}

TEST(Elementary, ErfHoldsTheExactValueAtEveryMagnitude) {
  std::mt19937_64 bits(6);
  for (int i = 0; i < points / 3; ++i) {
    const double x = any_magnitude(bits, -60, 2);
    expect_enclosed(erf(Interval(x)), erf_by_maclaurin(x), x, widest_of_erf);
  }
  for (const double x : {2.5, 3.0, 4.0, 5.0, 5.9}) {
    EXPECT_LE(Real(erf(Interval(x)).lower()), erf_by_maclaurin(x));
    EXPECT_GE(Real(erf(Interval(x)).upper()), erf_by_maclaurin(x));
  }
}

TEST(Elementary, ConstantsHoldTheExactValue) {
  expect_enclosed(pi(), 4 * boost::multiprecision::atan(Real(1)), 0);
  expect_enclosed(log_of_2(), boost::multiprecision::log(Real(2)), 0);
}

TEST(Elementary, AnIntervalIsEnclosedByItsEndPoints) {
  const Interval x{-0.5, 0.75};
  EXPECT_EQ(tanh(x).lower(), tanh(Interval(-0.5)).lower());
  EXPECT_EQ(tanh(x).upper(), tanh(Interval(0.75)).upper());
  EXPECT_EQ(exp(x).upper(), exp(Interval(0.75)).upper());
}

TEST(Elementary, LimitsAreEnclosed) {
  EXPECT_EQ(exp(Interval(-infinity, infinity)).lower(), 0);
  EXPECT_EQ(exp(Interval(-infinity, infinity)).upper(), infinity);
  EXPECT_EQ(exp(Interval(0)).lower(), 1);
  EXPECT_EQ(exp(Interval(0)).upper(), 1);
  EXPECT_EQ(tanh(Interval(-infinity, infinity)).lower(), -1);
  EXPECT_EQ(tanh(Interval(-infinity, infinity)).upper(), 1);
  EXPECT_LT(tanh(Interval(30)).lower(), 1);
  EXPECT_LT(erf(Interval(7)).lower(), 1);
  EXPECT_TRUE(expm1(Interval(-800)).contains(next_up(-1.0)));
}

TEST(Elementary, LogarithmsOfNonPositiveNumbersAreRefused) {
  EXPECT_THROW(log(Interval(0)), std::domain_error);
  EXPECT_THROW(log(Interval(-1, 1)), std::domain_error);
  EXPECT_THROW(log1p(Interval(-0.5)), std::domain_error);
}

}  // namespace
}  // namespace asymptest::rigor::elementary_test
