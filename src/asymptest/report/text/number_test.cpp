#include "asymptest/report/text/number.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace asymptest::report::number_test {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Number, ShowsSignificantDigitsAndNoMore) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(0.5), "0.5");
  EXPECT_EQ(number(-0.33333), "−0.333");
  EXPECT_EQ(number(1024, 3), "1024");
  EXPECT_EQ(number(1.2e-7), "1.2×10⁻⁷");
  EXPECT_EQ(number(1e12), "10¹²");
  EXPECT_EQ(number(-1e-9), "−10⁻⁹");
}

TEST(Number, SaysWhatIsNotFinite) {
  EXPECT_EQ(number(std::nan("")), "–");
  EXPECT_EQ(number(-infinity), "−∞");
  EXPECT_EQ(fixed(infinity, 2), "∞");
}

TEST(Number, FixedHasNoNegativeZero) {
  EXPECT_EQ(fixed(-0.0001, 2), "0.00");
  EXPECT_EQ(fixed(-0.25, 2), "−0.25");
}

TEST(Number, IntervalDecidesTheDigits) {
  EXPECT_EQ(with_interval(-0.49731, -0.5123, -0.4829), "−0.497 [−0.512, −0.483]");
  EXPECT_EQ(with_interval(-0.5, -0.5, -0.5), "−0.5");
  EXPECT_EQ(with_interval(12.3, 8.1, 16.2), "12.3 [8.1, 16.2]");
  EXPECT_EQ(with_interval(0, 0, 0.0008), "0 [0, 0.00080]");
  EXPECT_EQ(with_interval(0, -infinity, 0.2), "0 [−∞, 0.2]");
}

TEST(Number, AnExponentIsAFractionWhereTheoryWouldWriteOne) {
  EXPECT_EQ(exponent(-1.0 / 3), "−1/3");
  EXPECT_EQ(exponent(0.5), "1/2");
  EXPECT_EQ(exponent(-1), "−1");
  EXPECT_EQ(exponent(0), "0");
  EXPECT_EQ(exponent(1.5849625), "1.585");
  EXPECT_EQ(exponent(-0.4), "−2/5");
  EXPECT_EQ(exponent(std::nan("")), "–");
}

TEST(Number, OpenBandsAreInequalities) {
  EXPECT_EQ(band(-0.55, -0.45), "[−0.55, −0.45]");
  EXPECT_EQ(band(-infinity, -0.45), "≤ −0.45");
  EXPECT_EQ(band(0.1, infinity), "≥ 0.1");
}

TEST(Number, CountsAndDurationsReadEasily) {
  EXPECT_EQ(count(1024), "1024");
  EXPECT_EQ(count(1048576), "1\u2009048\u2009576");
  EXPECT_EQ(count(-123456), "-123\u2009456");
  EXPECT_EQ(duration(0.42), "0.42 s");
  EXPECT_EQ(duration(200), "3 min 20 s");
  EXPECT_EQ(duration(7500), "2 h 5 min");
  EXPECT_EQ(percent(0.01), "1\u2009%");
}

TEST(Number, ExactReadsBackToTheSameDouble) {
  for (const double value : {0.1, 1.0 / 3, -2.5e-300, 6.02e23}) {
    EXPECT_EQ(std::stod(exact(value)), value);
  }
  EXPECT_EQ(exact(std::nan("")), "nan");
  EXPECT_EQ(exact(-infinity), "-inf");
}

}  // namespace
}  // namespace asymptest::report::number_test
