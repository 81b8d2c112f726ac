#include "asymptest/inference/fit/bounded_fit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <vector>

#include "asymptest/inference/sample/assumption_free.hpp"

namespace asymptest::bounded_fit_test {
namespace {

constexpr RegionChances chances{0.25, 0.01};

PowerLaw proportion() { return {.factors = {{"n", -0.5}}, .summary = Summary::proportion}; }

// As many heads as the chance says, to rounding.
std::vector<PointTrials> exact_coins(int trials, double exponent) {
  std::vector<PointTrials> all;
  for (double n = 1; n <= 128; n *= 2) {
    const double heads = std::round(trials * 0.8 * std::pow(n, exponent));
    PointTrials point{Point{{"n", n}}, std::vector<double>(static_cast<std::size_t>(trials), 0.0)};
    std::fill_n(point.values.begin(), static_cast<std::size_t>(heads), 1.0);
    all.push_back(std::move(point));
  }
  return all;
}

double width(const Bounds& bounds) { return bounds.upper - bounds.lower; }

TEST(BoundedFit, RegionsHoldTheExponentAndNarrowWithTheTrials) {
  const auto few = BoundedFit(proportion(), exact_coins(4000, -0.5), chances).fit();
  const auto many = BoundedFit(proportion(), exact_coins(64000, -0.5), chances).fit();
  for (const auto* fit : {&few, &many}) {
    EXPECT_TRUE(fit->adequate);
    const ExponentRegion& r = fit->exponents.front();
    EXPECT_LT(r.outer.lower, -0.5);
    EXPECT_GT(r.outer.upper, -0.5);
    EXPECT_LE(r.outer.lower, r.inner.lower);
    EXPECT_GE(r.outer.upper, r.inner.upper);
  }
  EXPECT_LT(width(many.exponents.front().inner), 0.5 * width(few.exponents.front().inner));
}

// The widest region of x^a alone is what the intervals of the ends allow: a plain calculation.
TEST(BoundedFit, IsAtLeastAsWideAsTheChordsOfAllPairsLeaveIt) {
  const auto trials = exact_coins(4000, -0.5);
  const auto fit = BoundedFit(proportion(), trials, chances).fit();
  double lower = -10, upper = 10;
  std::vector<Bounds> boxes;
  for (const PointTrials& point : trials) {
    boxes.push_back(
        assumption_free_interval(Summary::proportion, {}, point, chances.alpha / 2 / 8));
  }
  for (std::size_t i = 0; i < 8; ++i) {
    for (std::size_t j = i + 1; j < 8; ++j) {
      const double run = std::log(2) * static_cast<double>(j - i);
      lower = std::max(lower, std::log(boxes[j].lower / boxes[i].upper) / run);
      upper = std::min(upper, std::log(boxes[j].upper / boxes[i].lower) / run);
    }
  }
  EXPECT_LE(fit.exponents.front().outer.lower, lower);
  EXPECT_GE(fit.exponents.front().outer.upper, upper);
}

TEST(BoundedFit, TakesSizesWhereNothingHappened) {
  auto trials = exact_coins(400, -1.3);
  std::fill(trials.back().values.begin(), trials.back().values.end(), 0.0);
  const ExponentRegion r = BoundedFit(proportion(), trials, chances).fit().exponents.front();
  EXPECT_LT(r.outer.lower, -1.3);
  EXPECT_GT(r.outer.upper, -1.3);
}

TEST(BoundedFit, FindsNoLawThroughAZigzag) {
  auto trials = exact_coins(20000, -0.5);
  for (std::size_t i = 0; i < trials.size(); i += 2) {
    auto& values = trials[i].values;
    std::fill(values.begin(), values.end(), 0.0);
    std::fill_n(values.begin(), 100, 1.0);
  }
  const BoundedFit fit(proportion(), trials, chances);
  EXPECT_FALSE(fit.fit().adequate);
  EXPECT_TRUE(std::isinf(fit.fit().exponents.front().outer.lower));
}

// Coins as of somebody's own experiment, with as many heads as a law says.
std::vector<PointTrials> coins_of(const std::function<double(double)>& law) {
  constexpr std::size_t trials = 40000;
  std::vector<PointTrials> all;
  for (double n = 16; n <= 2048; n *= 2) {
    PointTrials point{Point{{"n", n}}, std::vector<double>(trials, 0.0)};
    std::fill_n(point.values.begin(), std::round(static_cast<double>(trials) * law(n)), 1.0);
    all.push_back(std::move(point));
  }
  return all;
}

Bounds outer_of(const std::vector<PointTrials>& coins, bool own) {
  PowerLaw law = proportion();
  law.may_begin_early = law.may_hide_terms = own;
  return BoundedFit(law, coins, chances).fit().exponents.front().outer;
}

TEST(BoundedFit, OfOwnDataAllowsForWhatTheyMayHide) {
  struct Hidden {
    const char* name;
    double exponent;
    std::function<double(double)> law;
  };
  const std::vector<Hidden> laws = {
      {"a limit", 0, [](double n) { return 0.05 + 1 / std::sqrt(n); }},
      {"a saturation", 0, [](double n) { return n / (n + 500); }},
      {"a late start", -0.5, [](double n) { return 0.9 / std::sqrt(1 + n / 200); }},
      {"log^3", 0, [](double n) { return std::pow(std::log(n), 3) / 500; }},
      {"a late logarithm", 0, [](double n) { return std::log1p(n / 1000) / 2; }},
      {"a change of regime", -1,
       [](double n) { return 0.9 * std::pow(n / 512, n < 512 ? -0.2 : -1) * 0.3; }}};
  for (const Hidden& hidden : laws) {
    const Bounds own = outer_of(coins_of(hidden.law), true);
    EXPECT_LE(own.lower, hidden.exponent) << hidden.name;
    EXPECT_GE(own.upper, hidden.exponent) << hidden.name;
  }
}

TEST(BoundedFit, OfOwnDataLeavesAPowerItsRegion) {
  const auto coins = coins_of([](double n) { return 2 / std::sqrt(n); });
  const Bounds own = outer_of(coins, true), claim = outer_of(coins, false);
  EXPECT_EQ(own.lower, claim.lower);
  EXPECT_EQ(own.upper, claim.upper);
}

TEST(BoundedFit, RehearsesMoreTrials) {
  const BoundedFit fit(proportion(), exact_coins(4000, -0.5), chances);
  EXPECT_LT(width(fit.region_with(16).inner), width(fit.fit().exponents.front().inner));
  EXPECT_LT(width(fit.region_with(256).inner), width(fit.region_with(16).inner));
}

TEST(BoundedFit, SpeaksOfSmallSizesInTheirOwnDirection) {
  PowerLaw law{.factors = {{"h", 0.5, {}, Towards::zero}}, .summary = Summary::proportion};
  auto trials = exact_coins(16000, -0.5);
  for (PointTrials& point : trials) point.at = Point{{"h", 1 / point.at["n"]}};
  const ExponentRegion r = BoundedFit(law, trials, chances).fit().exponents.front();
  EXPECT_GT(r.outer.lower, 0);
  EXPECT_LT(r.inner.lower, 0.5);
  EXPECT_GT(r.inner.upper, 0.5);
}

TEST(BoundedFit, RefusesALawThatIsNotPlainAndAMeanThatIsNotPositive) {
  PowerLaw law = proportion();
  law.plus_constant = true;
  EXPECT_THROW(BoundedFit(law, exact_coins(100, -0.5), chances), std::invalid_argument);
  const PowerLaw bounded{
      .factors = {{"n", -0.5}}, .summary = Summary::bounded_mean, .range = {-1, 1}};
  auto trials = exact_coins(2000, -0.5);
  for (double& value : trials[2].values) value = -1;
  EXPECT_THAT([&] { BoundedFit(bounded, trials, chances); },
              testing::ThrowsMessage<std::domain_error>(
                  testing::HasSubstr("the mean of the trials at n=4 is -")));
}

}  // namespace
}  // namespace asymptest::bounded_fit_test
