#include "rigor/arithmetic/interval.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <stdexcept>

namespace asymptest::rigor::interval_test {
namespace {

using Rational = boost::multiprecision::cpp_rational;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double largest = std::numeric_limits<double>::max();

/// Numbers of every magnitude, with few or many significant bits, so that exact results,
/// underflow and cancellation all occur.
double any_number(std::mt19937_64& bits, int largest_exponent) {
  std::uniform_int_distribution<int> exponent(-largest_exponent, largest_exponent);
  const auto word = static_cast<std::int64_t>(bits());
  const int kept = static_cast<int>(bits() % 63);
  return std::ldexp(static_cast<double>(word >> kept), exponent(bits) - 63 + kept);
}

bool holds(const Interval& enclosure, const Rational& exact) {
  const bool above = std::isinf(enclosure.lower()) || Rational(enclosure.lower()) <= exact;
  const bool below = std::isinf(enclosure.upper()) || exact <= Rational(enclosure.upper());
  return above && below;
}

using OnIntervals = std::function<Interval(const Interval&, const Interval&)>;
using OnRationals = std::function<Rational(const Rational&, const Rational&)>;

/// At numbers the bounds must be those of directed rounding: at most one number apart, and equal
/// when the result is a number. 300 keeps clear of underflow, where one more step is allowed.
void expect_sharp(const OnIntervals& operation, const OnRationals& exact, int exponents) {
  std::mt19937_64 bits(1);
  for (int i = 0; i < 4000; ++i) {
    const double a = any_number(bits, exponents);
    const double b = any_number(bits, exponents);
    if (b == 0) continue;
    const Interval result = operation(a, b);
    const Rational value = exact(a, b);
    ASSERT_TRUE(holds(result, value)) << a << " " << b << " " << to_string(result);
    if (exponents <= 300) {
      EXPECT_LE(result.upper(), next_up(result.lower())) << a << " " << b;
      if (Rational(result.lower()) == value || Rational(result.upper()) == value) {
        EXPECT_EQ(result.lower(), result.upper()) << a << " " << b;
      }
    }
  }
}

const OnIntervals plus = [](const Interval& a, const Interval& b) { return a + b; };
const OnIntervals minus = [](const Interval& a, const Interval& b) { return a - b; };
const OnIntervals times = [](const Interval& a, const Interval& b) { return a * b; };
const OnIntervals over = [](const Interval& a, const Interval& b) { return a / b; };
const OnRationals exact_plus = [](const Rational& a, const Rational& b) -> Rational {
  return a + b;
};
const OnRationals exact_minus = [](const Rational& a, const Rational& b) -> Rational {
  return a - b;
};
const OnRationals exact_times = [](const Rational& a, const Rational& b) -> Rational {
  return a * b;
};
const OnRationals exact_over = [](const Rational& a, const Rational& b) -> Rational {
  return a / b;
};

TEST(Interval, OperationsOnNumbersAreThoseOfDirectedRounding) {
  for (const int exponents : {20, 300}) {
    expect_sharp(plus, exact_plus, exponents);
    expect_sharp(minus, exact_minus, exponents);
    expect_sharp(times, exact_times, exponents);
    expect_sharp(over, exact_over, exponents);
  }
}

TEST(Interval, OperationsHoldTheResultWhereNumbersUnderflowOrOverflow) {
  constexpr int whole_range = 1000;
  expect_sharp(plus, exact_plus, whole_range);
  expect_sharp(times, exact_times, whole_range);
  expect_sharp(over, exact_over, whole_range);
}

TEST(Interval, OperationsHoldTheResultsOfTheirElements) {
  std::mt19937_64 bits(2);
  const auto any_interval = [&bits] {
    const double a = any_number(bits, 8);
    const double b = any_number(bits, 8);
    return Interval(std::min(a, b), std::max(a, b));
  };
  for (int i = 0; i < 5000; ++i) {
    const Interval x = any_interval();
    const Interval y = any_interval();
    for (const double a : {x.lower(), x.midpoint(), x.upper()}) {
      EXPECT_TRUE(holds(square(x), Rational(a) * Rational(a)));
      EXPECT_TRUE(holds(power(x, 3), Rational(a) * Rational(a) * Rational(a)));
      for (const double b : {y.lower(), y.midpoint(), y.upper()}) {
        EXPECT_TRUE(holds(x + y, Rational(a) + Rational(b)));
        EXPECT_TRUE(holds(x - y, Rational(a) - Rational(b)));
        EXPECT_TRUE(holds(x * y, Rational(a) * Rational(b)));
        if (!y.contains(0.0)) {
          EXPECT_TRUE(holds(x / y, Rational(a) / Rational(b)));
        }
      }
    }
  }
}

TEST(Interval, RootsAreThoseOfDirectedRounding) {
  std::mt19937_64 bits(3);
  for (int i = 0; i < 20000; ++i) {
    const double x = std::abs(any_number(bits, 1000));
    const Interval root = sqrt(Interval(x));
    const Rational lower(root.lower());
    const Rational upper(root.upper());
    ASSERT_LE(lower * lower, Rational(x));
    ASSERT_GE(upper * upper, Rational(x));
    EXPECT_LE(root.upper(), next_up(next_up(root.lower())));
  }
  EXPECT_EQ(sqrt(Interval(9)).lower(), 3);
  EXPECT_EQ(sqrt(Interval(9)).upper(), 3);
}

TEST(Interval, AnOverflowingResultIsBoundedByTheLargestNumber) {
  EXPECT_EQ((Interval(largest) + Interval(largest)).lower(), largest);
  EXPECT_EQ((Interval(largest) + Interval(largest)).upper(), infinity);
  EXPECT_EQ((Interval(largest) * Interval(-2)).upper(), -largest);
  EXPECT_EQ((Interval(0) * Interval(-infinity, infinity)).upper(), 0);
}

TEST(Interval, TheMidpointAndRadiusCoverTheInterval) {
  for (const Interval& x : {Interval(1, 2), Interval(-3e-320, 5e-324), Interval(-largest, largest),
                            Interval(-1e-30, 1e30)}) {
    EXPECT_TRUE(x.contains(x.midpoint()));
    EXPECT_LE(Rational(x.midpoint()) - Rational(x.radius()), Rational(x.lower()));
    EXPECT_GE(Rational(x.midpoint()) + Rational(x.radius()), Rational(x.upper()));
  }
}

TEST(Interval, OrderIsConcludedOnlyWhenItIsCertain) {
  EXPECT_TRUE(certainly_less(Interval(1, 2), Interval(3, 4)));
  EXPECT_FALSE(certainly_less(Interval(1, 3), Interval(3, 4)));
  EXPECT_TRUE(certainly_at_most(Interval(1, 3), Interval(3, 4)));
  EXPECT_FALSE(certainly_at_most(Interval(1, 3.5), Interval(3, 4)));
}

TEST(Interval, WhatHasNoResultIsRefusedWithTheInterval) {
  EXPECT_THROW(Interval(2, 1), std::invalid_argument);
  EXPECT_THROW(Interval(std::nan("")), std::invalid_argument);
  EXPECT_THROW(Interval(1) / Interval(-1, 1), std::domain_error);
  EXPECT_THROW(sqrt(Interval(-1, 1)), std::domain_error);
  EXPECT_THROW(intersection(Interval(0, 1), Interval(2, 3)), std::domain_error);
  EXPECT_NO_THROW(require_rounding_to_nearest());
}

}  // namespace
}  // namespace asymptest::rigor::interval_test
