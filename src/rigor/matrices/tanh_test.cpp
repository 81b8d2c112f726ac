#include "rigor/matrices/tanh.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "rigor/arithmetic/elementary.hpp"

namespace asymptest::rigor::tanh_test {
namespace {

/// |plain_tanh x − tanh x|/tanh x, an upper bound: beside a series in interval arithmetic.
double relative_error(double x) {
  const Interval truth = tanh(Interval(x));
  return (abs(Interval(plain_tanh(x)) - truth) / abs(truth)).upper();
}

TEST(PlainTanh, ErrsByLessThanItsAnalysisAllows) {
  std::mt19937_64 bits(1);
  std::uniform_real_distribution<double> exponent(-30, 5);
  double largest = 0;
  for (int trial = 0; trial < 200000; ++trial) {
    const double size = std::exp2(exponent(bits));
    largest = std::max(largest, relative_error(trial % 2 == 0 ? size : -size));
  }
  EXPECT_LE(largest, 14 * unit_roundoff);
  EXPECT_LE(14 * unit_roundoff, tanh_error / 2);
}

TEST(PlainTanh, ErrsByNoMoreWhereTheReductionChanges) {
  // −2x = (k + 1/2) log 2, where k steps, and whole multiples, where r is least.
  for (int twice_k = 1; twice_k <= 130; ++twice_k) {
    double x = twice_k * std::log(2.0) / 4;
    for (int step = 0; step < 40; ++step) x = next_down(x);
    for (int step = 0; step < 80; ++step, x = next_up(x)) {
      ASSERT_LE(relative_error(x), 14 * unit_roundoff) << x;
    }
  }
}

TEST(PlainTanh, IsRightAtTheEnds) {
  EXPECT_EQ(plain_tanh(0), 0);
  EXPECT_TRUE(std::signbit(plain_tanh(-0.0)));
  EXPECT_EQ(plain_tanh(std::numeric_limits<double>::infinity()), 1);
  EXPECT_EQ(plain_tanh(-std::numeric_limits<double>::infinity()), -1);
  EXPECT_EQ(plain_tanh(0x1p-1074), 0x1p-1074);
  EXPECT_TRUE(std::isnan(plain_tanh(std::nan(""))));
}

TEST(TanhOf, HoldsTheTangentOfEveryElement) {
  const double middles[] = {0, 1e-310, -1e-9, 0.3, -0.35, 1, -2.5, 7, 21.9, -40};
  for (const double middle : middles) {
    for (const double radius : {0.0, 1e-300, 1e-12, 0.5}) {
      IntervalMatrix a(1, 1);
      a.midpoint(0, 0) = middle;
      a.radius(0, 0) = radius;
      const Interval found = tanh_of(a)(0, 0);
      EXPECT_TRUE(found.contains(tanh(a(0, 0)))) << middle << " ± " << radius;
      // Both radii, and the roundings of the end points.
      EXPECT_LE(found.width(), 2 * (radius + tanh_error) + 8 * unit_roundoff);
    }
  }
}

}  // namespace
}  // namespace asymptest::rigor::tanh_test
