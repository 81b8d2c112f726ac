#include "asymptest/report/drawing/scale.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace asymptest::report::scale_test {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const double not_a_number = std::nan("");

std::vector<std::string> labels(Range data, Spacing spacing, int most = 7) {
  std::vector<std::string> result;
  for (const Tick& tick : ticks(data, spacing, most)) {
    if (!tick.label.empty()) result.push_back(tick.label);
  }
  return result;
}

TEST(Range, LeavesOutWhatTheAxisCannotShow) {
  const std::vector<double> values{2, -1, not_a_number, infinity, 8, 0};
  const Range logarithmic = range_of(values, Spacing::logarithmic);
  EXPECT_EQ(logarithmic.low, 2);
  EXPECT_EQ(logarithmic.high, 8);
  const Range linear = range_of(values, Spacing::linear);
  EXPECT_EQ(linear.low, -1);
  EXPECT_EQ(linear.high, 8);
}

TEST(Range, HasWidthEvenForOneValueOrNone) {
  for (const Spacing spacing : {Spacing::linear, Spacing::logarithmic}) {
    for (const std::vector<double>& values :
         {std::vector<double>{}, {3}, {3, 3}, {not_a_number}, {0}, {-4}}) {
      const Range range = range_of(values, spacing);
      EXPECT_LT(range.low, range.high);
      EXPECT_TRUE(std::isfinite(range.low) && std::isfinite(range.high));
      EXPECT_FALSE(labels(range, spacing).empty());
    }
  }
}

TEST(Range, PaddingOnALogarithmicAxisIsAFactor) {
  const Range range = padded({1, 100}, Spacing::logarithmic, 0.5);
  EXPECT_DOUBLE_EQ(range.low, 0.1);
  EXPECT_DOUBLE_EQ(range.high, 1000);
}

TEST(Scale, MapsDecadesToEqualSteps) {
  const Scale scale(Spacing::logarithmic, {1, 1000}, {300, 0});
  EXPECT_DOUBLE_EQ(scale(1), 300);
  EXPECT_DOUBLE_EQ(scale(10), 200);
  EXPECT_DOUBLE_EQ(scale(1000), 0);
  EXPECT_TRUE(std::isnan(scale(0)));
  EXPECT_TRUE(std::isnan(scale(-1)));
  EXPECT_TRUE(std::isnan(scale(infinity)));
}

TEST(Scale, MapsLinearly) {
  const Scale scale(Spacing::linear, {-1, 1}, {0, 200});
  EXPECT_DOUBLE_EQ(scale(0), 100);
  EXPECT_DOUBLE_EQ(scale(0.5), 150);
  EXPECT_TRUE(std::isnan(scale(not_a_number)));
}

TEST(Scale, EndsOfBarsStayNearTheAxis) {
  const Scale scale(Spacing::logarithmic, {1, 100}, {0, 100});
  EXPECT_DOUBLE_EQ(scale.clamped(10), 50);
  EXPECT_DOUBLE_EQ(scale.clamped(-3), -10);
  EXPECT_DOUBLE_EQ(scale.clamped(0), -10);
  EXPECT_DOUBLE_EQ(scale.clamped(infinity), 110);
  EXPECT_DOUBLE_EQ(scale.clamped(1e200), 110);
  EXPECT_TRUE(std::isnan(scale.clamped(not_a_number)));
}

TEST(Ticks, LabelDecades) {
  EXPECT_THAT(labels({0.5, 2000}, Spacing::logarithmic),
              testing::ElementsAre("1", "10", "100", "1000"));
  EXPECT_THAT(labels({1e-6, 1e-3}, Spacing::logarithmic),
              testing::ElementsAre("10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³"));
}

TEST(Ticks, SkipDecadesOnAHugeAxis) {
  const auto huge = labels({1e-280, 1e280}, Spacing::logarithmic);
  EXPECT_GE(huge.size(), 4U);
  EXPECT_LE(huge.size(), 8U);
}

TEST(Ticks, LabelTwosAndFivesWhereDecadesAreTooFew) {
  EXPECT_THAT(labels({15, 120}, Spacing::logarithmic), testing::ElementsAre("20", "50", "100"));
}

TEST(Ticks, OfAShortLogarithmicAxisAreLinear) {
  EXPECT_THAT(labels({0.98, 1.02}, Spacing::logarithmic, 5),
              testing::ElementsAre("0.98", "0.99", "1", "1.01", "1.02"));
}

TEST(Ticks, AreRoundNumbersAndNeverTooMany) {
  EXPECT_THAT(labels({-0.55, -0.42}, Spacing::linear, 4),
              testing::ElementsAre("−0.55", "−0.5", "−0.45"));
  EXPECT_THAT(labels({0, 1}, Spacing::linear, 6),
              testing::ElementsAre("0", "0.2", "0.4", "0.6", "0.8", "1"));
  for (double width = 1e-12; width < 1e13; width *= 3.7) {
    const auto all = labels({0, width}, Spacing::linear, 6);
    EXPECT_GE(all.size(), 2U) << width;
    EXPECT_LE(all.size(), 6U) << width;
  }
}

TEST(Ticks, OfNeighboursDiffer) {
  const auto all = labels({1000.001, 1000.004}, Spacing::linear, 5);
  EXPECT_GE(all.size(), 2U);
  EXPECT_NE(all[0], all[1]);
}

TEST(Ticks, AreTwoAtLeast) {
  for (const double low : {-0.53, -0.48, 0.12, 0.199}) {
    for (const double width : {0.019, 0.05, 0.12, 0.35}) {
      EXPECT_GE(labels({low, low + width}, Spacing::linear, 4).size(), 2U) << low << ' ' << width;
    }
  }
}

}  // namespace
}  // namespace asymptest::report::scale_test
