#include "asymptest/inference/laws/inequality.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/testing/test_trials.hpp"

namespace asymptest::inequality_test {
namespace {

using testing::HasSubstr;

constexpr double alpha = 1e-3;
/// Boost's quantiles are good to a few units in the last place.
constexpr double rounding = 1e-12;

std::vector<PointTrials> ones(std::size_t trials) {
  return {{{{"m", 8}}, std::vector<double>(trials, 1.0)},
          {{{"m", 16}}, std::vector<double>(trials, 1.5)}};
}

Verdict at_least_one(const std::vector<PointTrials>& trials, double band,
                     Polarity polarity = Polarity::exact) {
  return decide_inequality(always_at_least(1, 1e-9).within(band), polarity, trials, alpha);
}

TEST(Inequality, SupportsOnceEnoughTrialsExcludeTheChanceOfAViolation) {
  // 1 − alpha^(1/n) < band from n = ln(alpha)/ln(1 − band) = 687.3 on.
  EXPECT_EQ(at_least_one(ones(343), 0.01).outcome, Outcome::inconclusive);
  EXPECT_EQ(at_least_one(ones(344), 0.01).outcome, Outcome::supported);
  EXPECT_THAT(at_least_one(ones(10), 0.01).asked_for, HasSubstr("688 trials"));
  EXPECT_NEAR(at_least_one(ones(344), 0.01).estimates.front().upper, 1 - std::pow(alpha, 1.0 / 688),
              rounding);
}

TEST(Inequality, OneViolationBeyondRoundingIsACounterexample) {
  auto trials = ones(5000);
  trials[1].values[77] = 1 - 2e-9;
  const Verdict verdict = at_least_one(trials, 0.01);
  EXPECT_EQ(verdict.outcome, Outcome::refuted);
  EXPECT_THAT(verdict.reason, HasSubstr("1 of 10000 trials violate"));
  EXPECT_THAT(verdict.reason, HasSubstr("trial 77 at m=16"));
}

TEST(Inequality, RoundingIsNoViolation) {
  auto trials = ones(5000);
  trials[1].values[77] = 1 - 0.5e-9;
  const Verdict verdict = at_least_one(trials, 0.01);
  EXPECT_EQ(verdict.outcome, Outcome::supported);
  EXPECT_THAT(verdict.reason, HasSubstr("the least margin is -5e-10"));
}

TEST(Inequality, ReportsTheSlackOfTheNearerBound) {
  Prediction between(Inequality{.lower = 0, .upper = 2});
  between.within(0.01);
  const Verdict verdict = decide_inequality(between, Polarity::exact, ones(1000), alpha);
  EXPECT_EQ(verdict.outcome, Outcome::supported);
  EXPECT_THAT(verdict.reason, HasSubstr("the least margin is 0.5 (trial 0 at m=16: 1.5)"));
}

TEST(Inequality, ABoundOfTheTruthCarriesOneOutcomeOnly) {
  auto violated = ones(1000);
  violated[0].values[0] = 0;
  EXPECT_EQ(at_least_one(ones(1000), 0.01, Polarity::lower_bound).outcome, Outcome::supported);
  EXPECT_EQ(at_least_one(violated, 0.01, Polarity::lower_bound).outcome, Outcome::inconclusive);
  EXPECT_EQ(at_least_one(ones(1000), 0.01, Polarity::upper_bound).outcome, Outcome::inconclusive);
  EXPECT_EQ(at_least_one(violated, 0.01, Polarity::upper_bound).outcome, Outcome::refuted);
  const Prediction most = always_at_most(2).within(0.01);
  EXPECT_EQ(decide_inequality(most, Polarity::lower_bound, ones(1000), alpha).outcome,
            Outcome::inconclusive);
  EXPECT_EQ(decide_inequality(most, Polarity::upper_bound, ones(1000), alpha).outcome,
            Outcome::supported);
}

// A bound that may fail with chance 0.1 at each point, and does with chance `truth` at one.
Verdict fails_with(double truth, int trials, std::uint64_t seed, double level) {
  const auto values =
      test::draw_trials("m", {8, 16, 32, 64}, trials, seed, [&](double m, Stream& random) {
        return random.uniform() < (m == 32 ? truth : 0.1) ? 0.0 : 1.0;
      });
  return decide_inequality(always_at_least(1).but_for_chance(0.1).within(0.05), Polarity::exact,
                           values, level);
}

TEST(Inequality, ABoundThatMayFailIsJudgedByItsChanceAtEachPoint) {
  EXPECT_EQ(fails_with(0.1, 2000, 1, alpha).outcome, Outcome::supported);
  EXPECT_EQ(fails_with(0.2, 2000, 1, alpha).outcome, Outcome::refuted);
  EXPECT_THAT(fails_with(0.2, 2000, 1, alpha).reason, HasSubstr("at m=32"));
  EXPECT_EQ(fails_with(0.1, 20, 1, alpha).outcome, Outcome::inconclusive);
}

TEST(AlwaysCalibration, AChanceAtItsLimitIsHardlyEverRefutedNorOneTwoBandsOffSupported) {
  constexpr double level = 0.05;
  constexpr int replicates = 1000;
  const auto refuted = test::count_outcomes(replicates, Outcome::refuted, [](std::uint64_t seed) {
    return fails_with(0.1, 60, seed, level);
  });
  EXPECT_LE(test::surely_above(refuted), level) << refuted.happened;
  const auto supported =
      test::count_outcomes(replicates, Outcome::supported,
                           [](std::uint64_t seed) { return fails_with(0.2, 200, seed, level); });
  EXPECT_LE(test::surely_above(supported), level) << supported.happened;
}

TEST(Inequality, RefusesABandThatIsNoChanceAndADesignWithoutTrials) {
  EXPECT_THROW(at_least_one(ones(2), 1.5), std::invalid_argument);
  EXPECT_THROW(at_least_one({}, 0.1), std::invalid_argument);
  EXPECT_THROW(at_least_one(ones(0), 0.1), std::invalid_argument);
  EXPECT_THROW(
      decide_inequality(Prediction(Inequality{}).within(0.1), Polarity::exact, ones(2), alpha),
      std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::inequality_test
