#include "asymptest/inference/sample/summaries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

#include "asymptest/random/stream.hpp"

namespace asymptest::summaries_test {
namespace {

// Sums of a few numbers of order 1 in double precision.
constexpr double rounding = 1e-12;

std::vector<PointTrials> repeated(const std::vector<double>& values, int points) {
  std::vector<PointTrials> all;
  for (int i = 0; i < points; ++i) all.push_back({Point{{"n", 1.0 + i}}, values});
  return all;
}

TEST(Summarise, TakesTheMeanWithStudentsError) {
  const Statistics s = summarise(Summary::mean, repeated({1, 2, 3}, 4));
  ASSERT_TRUE(s.noise_is_known);
  EXPECT_EQ(s.degrees, 8);
  EXPECT_NEAR(s.points[0].log_value, std::log(2.0), rounding);
  EXPECT_NEAR(s.points[0].error, 1 / std::sqrt(3.0) / 2, rounding);
}

TEST(Summarise, TellsTheTrialsSkewnessAndReach) {
  // 1, 1, 1, 5: deviations -1, -1, -1, 3, so that γ = 6/3^1.5.
  const double expected = 6 / std::pow(3.0, 1.5);
  const Statistics mean = summarise(Summary::mean, repeated({1, 1, 1, 5}, 4));
  EXPECT_NEAR(mean.points[0].skewness, expected, rounding);
  EXPECT_NEAR(mean.points[0].reach, 3.0 / 2, rounding);
  const double e = std::exp(1.0);
  const Statistics geometric =
      summarise(Summary::geometric_mean, repeated({e, e, e, std::exp(5.0)}, 4));
  EXPECT_NEAR(geometric.points[0].skewness, expected, rounding);
  EXPECT_NEAR(geometric.points[0].reach, 3, rounding);
  EXPECT_EQ(summarise(Summary::median, repeated({1, 1, 1, 5}, 4)).points[0].skewness, 0);
}

TEST(Summarise, TakesTheGeometricMeanFromTheLogarithms) {
  const Statistics s = summarise(Summary::geometric_mean, repeated({1, 10, 100}, 4));
  EXPECT_NEAR(s.points[0].log_value, std::log(10.0), rounding);
  EXPECT_NEAR(s.points[0].error, std::log(10.0) / std::sqrt(3.0), rounding);
}

TEST(Summarise, TakesTheMedianWithItsAsymptoticError) {
  // For normal logarithms of deviation σ the median's error tends to σ·√(π/2n). The estimate from
  // two order statistics scatters by about n^(-1/4) ≈ 12 % at n = 4096: 60 % holds five of those.
  constexpr int trials = 4096;
  constexpr double sigma = 0.5, slack = 0.6;
  std::vector<double> values;
  Stream random({1, "summaries-test", "", 0});
  for (int t = 0; t < trials; ++t) values.push_back(std::exp(sigma * random.normal()));
  const Statistics s = summarise(Summary::median, repeated(values, 1));
  const double expected = sigma * std::sqrt(std::acos(-1.0) / 2 / trials);
  EXPECT_NEAR(s.points[0].error / expected, 1, slack);
  EXPECT_LT(std::abs(s.points[0].log_value), 5 * expected);
}

TEST(Summarise, KeepsToTheRangeOfDoubles) {
  for (const double scale : {1e-300, 1e300}) {
    const Statistics s = summarise(Summary::mean, repeated({scale, 2 * scale, 3 * scale}, 4));
    EXPECT_NEAR(s.points[0].log_value, std::log(2.0) + std::log(scale), 1e3 * rounding);
    EXPECT_NEAR(s.points[0].error, 1 / std::sqrt(3.0) / 2, rounding);
  }
}

TEST(Summarise, LeavesTheNoiseOpenWithoutReplicatesOrWithoutSpread) {
  EXPECT_FALSE(summarise(Summary::mean, repeated({2}, 8)).noise_is_known);
  const Statistics exact = summarise(Summary::mean, repeated({2, 2, 2, 2}, 8));
  EXPECT_FALSE(exact.noise_is_known);
  EXPECT_NEAR(exact.points[0].error, 0.5, rounding) << "relative to a single trial";
}

TEST(Summarise, LendsThePooledSpreadToAPointWithoutItsOwn) {
  auto trials = repeated({1, 2, 3}, 8);
  trials.push_back({Point{{"n", 100}}, {5}});
  trials.push_back({Point{{"n", 101}}, {5, 5, 5, 5}});
  const Statistics s = summarise(Summary::mean, trials);
  // 11·0.25 of squared spread over 8·2 + 3 degrees, the last three without any.
  const double pooled = std::sqrt(8 * 2 * 0.25 / (8 * 2 + 3));
  EXPECT_NEAR(s.points[8].error, pooled, rounding);
  EXPECT_NEAR(s.points[9].error, pooled / 2, rounding);
}

std::string refusal(Summary summary, const std::vector<double>& values) {
  try {
    summarise(summary, std::vector<PointTrials>{{Point{{"n", 64}}, values}});
  } catch (const std::domain_error& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(Summarise, NamesThePointAndTheTrialThatHaveNoLogarithm) {
  for (const double bad : {0.0, -2.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THAT(refusal(Summary::geometric_mean, {1, bad}), testing::HasSubstr("trial 1 at n=64"));
  }
  for (const double bad : {std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THAT(refusal(Summary::mean, {1, bad}), testing::HasSubstr("trial 1 at n=64"));
    EXPECT_THAT(refusal(Summary::median, {1, bad}), testing::HasSubstr("trial 1 at n=64"));
  }
  EXPECT_THROW(summarise(Summary::mean, repeated({}, 1)), std::invalid_argument);
}

TEST(Summarise, NamesThePointWhoseMeanOrMedianHasNoLogarithm) {
  EXPECT_THAT(
      refusal(Summary::mean, {0, 0}),
      testing::AllOf(testing::HasSubstr("the mean of the trials at n=64 is 0, expected a positive"),
                     testing::HasSubstr("of trials that are 0 or 1 a proportion may be 0")));
  EXPECT_THAT(refusal(Summary::mean, {1, -1}), testing::HasSubstr("the mean"));
  EXPECT_THAT(refusal(Summary::mean, {-0.25, -0.25}),
              testing::HasSubstr("the mean of the trials at n=64 is -0.25, expected a positive"));
  EXPECT_THAT(refusal(Summary::median, {0, 0, 3}),
              testing::HasSubstr("the median of the trials at n=64 is 0"));
}

TEST(Summarise, TakesZerosAndNegativeTrialsOfAPositiveMeanOrMedian) {
  // 0, 0, 3, 5: mean 2, squares 4 + 4 + 1 + 9 = 18, so that the error is √(18/12).
  const Statistics mean = summarise(Summary::mean, repeated({0, 0, 3, 5}, 4));
  EXPECT_NEAR(mean.points[0].log_value, std::log(2.0), rounding);
  EXPECT_NEAR(mean.points[0].error, std::sqrt(18.0 / 12) / 2, rounding);
  EXPECT_NEAR(summarise(Summary::mean, repeated({-1, 7}, 8)).points[0].log_value, std::log(3.0),
              rounding);
  EXPECT_NEAR(mean.points[0].reach, 3.0 / 2, rounding);
  // Five trials: the lowest and the highest give the interval, (4 − 0)/2 of the median.
  constexpr double z = 1.959963984540054;
  const Statistics median = summarise(Summary::median, repeated({0, 1, 2, 3, 4}, 4));
  EXPECT_NEAR(median.points[0].log_value, std::log(2.0), rounding);
  EXPECT_NEAR(median.points[0].error, 4.0 / 2 / (2 * z), rounding);
  EXPECT_NEAR(summarise(Summary::median, repeated({0, 4}, 8)).points[0].log_value, std::log(2.0),
              rounding);
}

TEST(PointSummaries, GiveStudentsIntervalOfEachPoint) {
  const Statistics s = summarise(Summary::mean, repeated({1, 2, 3}, 4));
  const PointSummary p = point_summaries(s)[0];
  constexpr double student_2 = 4.30265272991;  // two-sided 5 %, two degrees
  constexpr double quantile_digits = 1e-9;     // the library's quantile is right to ten digits
  EXPECT_NEAR(p.summary, 2, rounding);
  EXPECT_NEAR(std::log(p.upper / p.summary) / s.points[0].error, student_2, quantile_digits);
  EXPECT_NEAR(p.summary / p.lower, p.upper / p.summary, rounding);
  EXPECT_TRUE(std::isnan(p.fitted));
}

}  // namespace
}  // namespace asymptest::summaries_test
