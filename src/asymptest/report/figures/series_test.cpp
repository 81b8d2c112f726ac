#include "asymptest/report/figures/series.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::series_test {
namespace {

/// Sums of a few dozen logarithms: round-off of 1e-15 each, and some to spare.
constexpr double rounding = 1e-12;

/// Y = 3·n^½·(p−n)^−1 exactly, on a grid.
SubjectRecord two_factors() {
  SubjectRecord subject;
  subject.law = {.kind = LawKind::power_law, .factors = {{"n", 0.5}, {"p-n", -1}}};
  subject.verdict.estimates = {{.name = "n", .estimate = 0.5}, {.name = "p-n", .estimate = -1}};
  for (const double n : {4.0, 16.0, 64.0}) {
    for (const double p : {100.0, 200.0}) {
      const Point at{{"n", n}, {"p", p}};
      const double y = 3 * std::sqrt(n) / (p - n);
      subject.points.push_back({.at = at,
                                .judged = true,
                                .summary = y,
                                .lower = 0.9 * y,
                                .upper = 1.1 * y,
                                .fitted = y,
                                .regressors = {n, p - n}});
    }
  }
  return subject;
}

TEST(RateSeries, DividesTheOtherFactorsOut) {
  const auto all = rate_series(two_factors());
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1].axis, "p-n");
  const double reference = all[0].marks[0].y / std::sqrt(all[0].marks[0].x);
  for (const Mark& mark : all[0].marks) {
    EXPECT_NEAR(mark.y / std::sqrt(mark.x), reference, rounding * reference);
    EXPECT_NEAR(mark.lower, 0.9 * mark.y, rounding * mark.y);
  }
  const double product = all[1].marks[0].y * all[1].marks[0].x;
  for (const Mark& mark : all[1].marks) EXPECT_NEAR(mark.y * mark.x, product, rounding * product);
}

TEST(RateSeries, IsSortedEvenWithAPointThatHasNoPlace) {
  SubjectRecord subject = two_factors();
  subject.points[3].regressors[1] = std::nan("");
  const auto all = rate_series(subject);
  EXPECT_TRUE(std::isnan(all[1].marks.back().x));
  for (std::size_t i = 1; i + 1 < all[1].marks.size(); ++i) {
    EXPECT_LE(all[1].marks[i - 1].x, all[1].marks[i].x);
  }
}

TEST(RatioSeries, IsTheSummaryOverTheCurve) {
  SubjectRecord subject;
  subject.points = {{.at = Point{{"d", 2}},
                     .judged = true,
                     .summary = 0.6,
                     .lower = 0.55,
                     .upper = 0.65,
                     .predicted = 0.5}};
  const Series series = ratio_series(subject, "d");
  EXPECT_DOUBLE_EQ(series.marks[0].y, 1.2);
  EXPECT_DOUBLE_EQ(series.marks[0].lower, 1.1);
}

TEST(MainAxis, IsTheOneWithTheMostSizes) {
  EXPECT_EQ(main_axis(two_factors()), "n");
  EXPECT_EQ(main_axis(SubjectRecord{}), "");
}

TEST(LocalSlopes, OfAPurePowerAreItsExponent) {
  Series series{.axis = "x"};
  for (const double x : {1.0, 2.0, 4.0, 8.0}) {
    const double y = 5 * std::pow(x, -0.75);
    series.marks.push_back({.x = x, .y = y, .lower = y / 1.1, .upper = y * 1.1});
  }
  const auto slopes = local_slopes(series, true);
  ASSERT_EQ(slopes.size(), 3U);
  EXPECT_NEAR(slopes[0].slope, -0.75, rounding);
  EXPECT_NEAR(slopes[0].x, std::sqrt(2.0), rounding);
  // Two independent errors of ln 1.1 over a step of ln 2.
  EXPECT_NEAR(slopes[0].upper, -0.75 + std::sqrt(2.0) * std::log(1.1) / std::log(2.0), rounding);
}

TEST(LocalSlopes, OnALinearAxisAreRates) {
  Series series{.axis = "t"};
  for (const double t : {0.0, 5.0, 10.0}) series.marks.push_back({.x = t, .y = std::exp(-0.3 * t)});
  const auto slopes = local_slopes(series, false);
  ASSERT_EQ(slopes.size(), 2U);
  EXPECT_NEAR(slopes[1].slope, -0.3, rounding);
  EXPECT_DOUBLE_EQ(slopes[1].x, 7.5);
}

TEST(LocalSlopes, LeaveOutWhatHasNoLogarithm) {
  Series series{.axis = "x"};
  for (const double y : {1.0, -1.0, std::nan(""), 0.0, 16.0}) {
    series.marks.push_back({.x = std::pow(2.0, static_cast<double>(series.marks.size())), .y = y});
  }
  const auto slopes = local_slopes(series, true);
  ASSERT_EQ(slopes.size(), 1U);
  EXPECT_NEAR(slopes[0].slope, 1, rounding);
}

TEST(LocalSlopes, BinWhereThereAreTooManySizes) {
  Series series{.axis = "x"};
  for (int i = 0; i < 100; ++i) {
    const double x = std::pow(1.1, i);
    series.marks.push_back({.x = x, .y = x * x});
  }
  const auto slopes = local_slopes(series, true);
  EXPECT_EQ(slopes.size(), 7U);
  for (const LocalSlope& slope : slopes) EXPECT_NEAR(slope.slope, 2, rounding);
}

TEST(Groups, AreTheOtherAxesValuesInTheirOrder) {
  Series series{.axis = "T", .marks = {{.x = 1}, {.x = 1}, {.x = 2}}};
  const std::vector<PointRecord> points{{.at = Point{{"T", 1}, {"theta", 0.1}}},
                                        {.at = Point{{"T", 1}, {"theta", 0.2}}},
                                        {.at = Point{{"T", 2}, {"theta", 0.1}}}};
  put_into_groups(series, points);
  EXPECT_THAT(series.groups, testing::ElementsAre("theta = 0.1", "theta = 0.2"));
  EXPECT_EQ(series.marks[1].group, 1U);
  EXPECT_EQ(series.marks[2].group, 0U);
  Series alone{.axis = "T", .marks = {{.x = 1}}};
  put_into_groups(alone, {points.front()});
  EXPECT_THAT(alone.groups, testing::IsEmpty());
}

}  // namespace
}  // namespace asymptest::report::series_test
