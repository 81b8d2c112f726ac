#include "asymptest/inference/sample/location.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "asymptest/inference/sample/assumption_free.hpp"
#include "asymptest/testing/test_trials.hpp"

namespace asymptest::location_test {
namespace {

/// Textbook quantiles are printed to seven digits.
constexpr double table_digits = 1e-6;
/// A few operations in double precision.
constexpr double rounding = 1e-14;

std::vector<PointTrials> one_point(std::vector<double> values) {
  return {{{{"N", 8}}, std::move(values)}};
}

Bounds interval(Summary summary, const std::vector<double>& values, double tail) {
  return interval_of(locate(summary, one_point(values)).front(), tail);
}

TEST(Location, MeanOfSymmetricTrialsHasStudentsInterval) {
  // Mean 3, deviation sqrt(2.5); 2.7764451 is Student's 97.5 % quantile with 4 degrees of freedom.
  const Bounds bounds = interval(Summary::mean, {1, 2, 3, 4, 5}, 0.025);
  const double reach = 2.7764451 * std::sqrt(2.5 / 5);
  EXPECT_NEAR(bounds.lower, 3 - reach, table_digits);
  EXPECT_NEAR(bounds.upper, 3 + reach, table_digits);
}

TEST(Location, SkewedTrialsWidenTheSideOfTheirTail) {
  const std::vector<double> values{1, 1.2, 1.1, 1.3, 1.2, 1, 6};
  const Bounds right = interval(Summary::mean, values, 0.01);
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 7;
  EXPECT_GT(right.upper - mean, 1.5 * (mean - right.lower));
  std::vector<double> turned = values;
  for (double& v : turned) v = -v;
  const Bounds left = interval(Summary::mean, turned, 0.01);
  EXPECT_NEAR(left.lower, -right.upper, rounding * right.upper);
  EXPECT_NEAR(left.upper, -right.lower, rounding * right.upper);
}

// P(B <= k) for B of the binomial law with chance 1/2, by summing.
double fair_coins(int n, int k) {
  double sum = 0, term = std::pow(0.5, n);
  for (int i = 0; i <= k; ++i) {
    sum += term;
    term *= static_cast<double>(n - i) / (i + 1);
  }
  return sum;
}

TEST(Location, MedianHasTheNarrowestIntervalOfOrderStatisticsThatKeepsItsTail) {
  for (const int n : {5, 8, 25, 100}) {
    std::vector<double> values(static_cast<std::size_t>(n));
    std::iota(values.begin(), values.end(), 1.0);  // the r-th smallest is r
    for (const double tail : {0.1, 0.04, 1e-3}) {
      const Bounds bounds = interval(Summary::median, values, tail);
      if (std::isinf(bounds.lower)) {
        EXPECT_GT(fair_coins(n, 0), tail);
        continue;
      }
      const int rank = static_cast<int>(bounds.lower);
      EXPECT_LE(fair_coins(n, rank - 1), tail);
      EXPECT_GT(fair_coins(n, rank), tail);
      EXPECT_EQ(bounds.upper, n + 1 - rank);
    }
  }
}

TEST(Location, GeometricMeanIsTheMeanOnTheLogarithmicScale) {
  const Bounds bounds =
      interval(Summary::geometric_mean, {std::exp(1), std::exp(2), std::exp(3)}, 0.05);
  const Bounds logs = interval(Summary::mean, {1, 2, 3}, 0.05);
  EXPECT_NEAR(std::log(bounds.lower), logs.lower, rounding * 10);
  EXPECT_NEAR(std::log(bounds.upper), logs.upper, rounding * 10);
  EXPECT_THROW(interval(Summary::geometric_mean, {1, 0}, 0.05), std::domain_error);
}

TEST(Location, OneTrialTellsNothing) {
  for (const Summary summary : {Summary::mean, Summary::median, Summary::geometric_mean}) {
    const Bounds bounds = interval(summary, {2}, 0.05);
    EXPECT_LE(bounds.lower, 0);
    EXPECT_TRUE(std::isinf(bounds.upper));
  }
}

TEST(Location, EqualTrialsThatDifferBetweenPointsAreNoiseless) {
  const std::vector<PointTrials> trials{{{{"N", 1}}, {0.5, 0.5}}, {{{"N", 2}}, {0.25, 0.25}}};
  for (const Location& location : locate(Summary::mean, trials)) {
    const Bounds bounds = interval_of(location, 1e-6);
    EXPECT_EQ(bounds.lower, location.estimate);
    EXPECT_EQ(bounds.upper, location.estimate);
  }
}

TEST(Location, EqualTrialsBesideNoisyOnesMayHideARareEvent) {
  // Events of chance 1/100 that 32 trials did not show: 1 − 0.01^(1/32) of the largest value seen.
  const std::vector<PointTrials> trials{{{{"N", 1}}, {0, 1, 0, 1}},
                                        {{{"N", 2}}, std::vector<double>(32, 0.0)}};
  const Bounds bounds = interval_of(locate(Summary::mean, trials)[1], 0.01);
  EXPECT_NEAR(bounds.upper, 1 - std::pow(0.01, 1.0 / 32), rounding);
  EXPECT_GT(bounds.upper, 0.01);
}

TEST(Location, NothingButZerosTellsNothing) {
  EXPECT_TRUE(std::isinf(interval(Summary::mean, std::vector<double>(100, 0.0), 0.01).upper));
}

// The mean of 32 exponential variates: Student's interval misses 2.7 % above at a tail of 0.5 %.
TEST(Location, MeanOfSkewedTrialsKeepsItsTailToWithinAFactorOfTwo) {
  constexpr double tail = 0.005, stated_factor = 2;
  test::Rate above{0, 4000}, below{0, 4000};
  for (int r = 0; r < above.replicates; ++r) {
    const auto trials =
        test::draw_trials("N", {1}, 32, static_cast<std::uint64_t>(r),
                          [](double, Stream& random) { return -std::log(random.uniform()); });
    const Bounds bounds = interval_of(locate(Summary::mean, trials).front(), tail);
    above.happened += bounds.upper < 1;
    below.happened += bounds.lower > 1;
  }
  EXPECT_LE(test::surely_above(above), stated_factor * tail);
  EXPECT_LE(test::surely_above(below), tail);
}

TEST(Location, RefusesPointsWithoutTrialsAndTailsThatMeanNothing) {
  EXPECT_THROW(locate(Summary::mean, one_point({})), std::invalid_argument);
  EXPECT_THROW(interval(Summary::mean, {1, 2}, 0), std::invalid_argument);
  EXPECT_THROW(interval(Summary::mean, {1, 2}, 0.5), std::invalid_argument);
}

TEST(Location, OfWhatAssumesNothingHasItsOwnIntervals) {
  const std::vector<PointTrials> trials{{Point{{"n", 1}}, {0, 0, 0, 1}}, {Point{{"n", 2}}, {0, 0}}};
  const auto coins = locate(Summary::proportion, trials);
  EXPECT_EQ(coins[0].estimate, 0.25);
  const Bounds expected = assumption_free_interval(Summary::proportion, {}, trials[0], 0.05);
  EXPECT_EQ(interval_of(coins[0], 0.05).lower, expected.lower);
  EXPECT_EQ(interval_of(coins[0], 0.05).upper, expected.upper);
  EXPECT_LT(interval_of(coins[1], 0.05).upper, 1) << "equal trials, too, tell their chance";
  const auto shares = locate(Summary::bounded_mean, trials, {}, {0, 4});
  EXPECT_EQ(interval_of(shares[0], 0.05).upper,
            assumption_free_interval(Summary::bounded_mean, {0, 4}, trials[0], 0.05).upper);
}

}  // namespace
}  // namespace asymptest::location_test
