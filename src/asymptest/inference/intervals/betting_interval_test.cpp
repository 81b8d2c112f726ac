#include "asymptest/inference/intervals/betting_interval.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::betting_interval_test {
namespace {

constexpr ValueRange unit{0, 1};
// An end is found to 40 bits.
constexpr double rounding = 1e-9;

std::vector<double> coins(int heads, int of) {
  std::vector<double> trials(static_cast<std::size_t>(of), 0.0);
  std::fill_n(trials.begin(), heads, 1.0);
  return trials;
}

double chance_of(int heads, int of, double p) {
  return std::exp(std::lgamma(of + 1.0) - std::lgamma(heads + 1.0) - std::lgamma(of - heads + 1.0) +
                  heads * std::log(p) + (of - heads) * std::log1p(-p));
}

// The wealth as the header states it, by long double.
double wealth(const std::vector<double>& trials, double mean) {
  long double sum = 0;
  for (int j = 0; j <= 16; ++j) {
    long double product = 1;
    for (const double x : trials) product *= 1 + std::ldexp(1.0L, -j) * (x / mean - 1);
    sum += product;
  }
  return static_cast<double>(sum / 17);
}

TEST(BettingInterval, EndsWhereTheWealthReachesTheLevel) {
  Stream random({1, "betting-interval-test", "", 0});
  std::vector<double> trials(40);
  random.fill_uniform(trials);
  constexpr double tail = 0.003;
  // An end is off by 2^-40 of itself, and the logarithm of the wealth of 40 trials changes by at
  // most 40 times as much relatively, far below this.
  constexpr double of_search = 1e-6;
  const Bounds interval = betting_interval(trials, unit, tail);
  EXPECT_NEAR(wealth(trials, interval.lower) * tail, 1, of_search);
  for (double& x : trials) x = 1 - x;
  EXPECT_NEAR(wealth(trials, 1 - interval.upper) * tail, 1, of_search);
}

TEST(BettingInterval, MissesTheChanceOfCoinsNoMoreOftenThanStated) {
  constexpr int n = 60;
  for (const double tail : {0.2, 0.01}) {
    std::vector<Bounds> intervals;
    for (int k = 0; k <= n; ++k) intervals.push_back(betting_interval(coins(k, n), unit, tail));
    for (const double p : {0.001, 0.02, 0.1, 0.3, 0.5, 0.77, 0.99}) {
      double above = 0, below = 0;
      for (int k = 0; k <= n; ++k) {
        if (p < intervals[static_cast<std::size_t>(k)].lower) below += chance_of(k, n, p);
        if (p > intervals[static_cast<std::size_t>(k)].upper) above += chance_of(k, n, p);
      }
      EXPECT_LE(below, tail) << p;
      EXPECT_LE(above, tail) << p;
    }
  }
}

TEST(BettingInterval, HoldsAtAnyStop) {
  constexpr int paths = 1000, length = 100;
  constexpr double tail = 0.05, mean = 1.0 / 3;
  // Ville's bound, and three standard errors of its share over the paths.
  const double most = tail + 3 * std::sqrt(tail * (1 - tail) / paths);
  int missed = 0;
  for (int path = 0; path < paths; ++path) {
    Stream random({2, "betting-interval-test", "", static_cast<std::uint64_t>(path)});
    std::vector<double> trials;
    bool miss = false;
    for (int i = 0; i < length; ++i) {
      const double u = random.uniform();
      trials.push_back(u * u);
      if (i % 10 == 9) miss = miss || betting_interval(trials, unit, tail).lower > mean;
    }
    missed += miss ? 1 : 0;
  }
  EXPECT_LE(static_cast<double>(missed) / paths, most);
}

TEST(BettingInterval, IsTheSameInAnyOrderAndUnit) {
  Stream random({3, "betting-interval-test", "", 0});
  std::vector<double> trials(100);
  random.fill_uniform(trials);
  const Bounds one = betting_interval(trials, unit, 0.01);
  std::reverse(trials.begin(), trials.end());
  const Bounds reversed = betting_interval(trials, unit, 0.01);
  EXPECT_EQ(one.lower, reversed.lower);
  EXPECT_EQ(one.upper, reversed.upper);
  for (double& x : trials) x = 100 * x - 50;
  const Bounds percent = betting_interval(trials, {-50, 50}, 0.01);
  EXPECT_NEAR(percent.lower, 100 * one.lower - 50, 100 * rounding);
  EXPECT_NEAR(percent.upper, 100 * one.upper - 50, 100 * rounding);
}

TEST(BettingInterval, NarrowsAsTheRootOfTheTrials) {
  const auto width = [](int n) {
    const Bounds interval = betting_interval(coins(n / 4, n), unit, 0.01);
    return interval.upper - interval.lower;
  };
  // The width in errors grows by as much as the fractions' mixture lets it, as sqrt(log n) at most:
  // sqrt(log 16000/log 1000) is 1.18.
  constexpr double mixture = 0.18;
  EXPECT_NEAR(width(1000) / width(16000), 4, 4 * mixture);
  // A bet of the fraction that suits the variance best gains exp(t²/2) against a mean t errors off,
  // of which the mixture over 17 fractions keeps a 17th; halfway between two of them t²/2 is 9 %
  // less.
  const double errors = std::sqrt(2 * std::log(17 / 0.01) / 0.91);
  EXPECT_LT(width(16000), 2 * errors * std::sqrt(0.25 * 0.75 / 16000));
}

TEST(BettingInterval, KnowsNothingWithoutTrialsAndLittleFromEqualOnes) {
  const Bounds none = betting_interval({}, unit, 0.01);
  EXPECT_EQ(none.lower, 0);
  EXPECT_EQ(none.upper, 1);
  const Bounds zeros = betting_interval(coins(0, 1000), unit, 0.01);
  EXPECT_EQ(zeros.lower, 0);
  // Not below what no event in n trials leaves possible, -log(tail)/n.
  EXPECT_GE(zeros.upper, -std::log(0.01) / 1000);
  EXPECT_LE(zeros.upper, 0.01);
}

TEST(BettingInterval, NamesTheTrialOutsideTheRange) {
  const std::vector<double> trials{0.5, 1.5};
  EXPECT_THAT([&] { betting_interval(trials, unit, 0.01); },
              testing::ThrowsMessage<std::domain_error>(
                  testing::StrEq("trial 1 is 1.5, expected within [0, 1]")));
  EXPECT_THROW(betting_interval(trials, {1, 1}, 0.01), std::invalid_argument);
  EXPECT_THROW(betting_interval(trials, {0, 2}, 0), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::betting_interval_test
