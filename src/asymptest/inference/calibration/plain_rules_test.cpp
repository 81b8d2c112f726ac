#include "asymptest/inference/calibration/plain_rules.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace asymptest::plain_rules_test {
namespace {

// Eight doublings from 16 with 40 % noise and 4096 trials.
std::vector<Observation> design(double exponent = 0) {
  constexpr double error = 0.4 / 64;
  std::vector<Observation> all;
  for (int i = 0; i < 8; ++i) {
    const double x = std::log(16.0) + i * std::log(2.0);
    all.push_back({x, exponent * x, error});
  }
  return all;
}

TEST(NaiveRule, ComparesTheSlopeWithTheBand) {
  EXPECT_EQ(naive_rule(design(-0.52), -0.5, 0.05), Outcome::supported);
  EXPECT_EQ(naive_rule(design(-0.56), -0.5, 0.05), Outcome::refuted);
}

TEST(WeightedLineRule, AsksForTheWholeIntervalOnOneSide) {
  // Error of the slope: 0.00625 / (ln 2 · √42) = 0.00139; its 99 % interval reaches 0.0036.
  EXPECT_EQ(weighted_line_rule(design(-0.546), -0.5, 0.05, 0.01), Outcome::supported);
  EXPECT_EQ(weighted_line_rule(design(-0.547), -0.5, 0.05, 0.01), Outcome::inconclusive);
  EXPECT_EQ(weighted_line_rule(design(-0.553), -0.5, 0.05, 0.01), Outcome::inconclusive);
  EXPECT_EQ(weighted_line_rule(design(-0.554), -0.5, 0.05, 0.01), Outcome::refuted);
}

TEST(LastHalfRule, LooksAtTheLastSizesAlone) {
  std::vector<Observation> bent = design(-0.5);
  for (std::size_t i = 0; i < 3; ++i) bent[i].log_value += 1;
  EXPECT_EQ(weighted_line_rule(bent, -0.5, 0.05, 0.01), Outcome::refuted);
  EXPECT_EQ(last_half_rule(bent, -0.5, 0.05, 0.01), Outcome::supported);
}

TEST(OffsetBootstrapRule, FindsTheExponentBesideAConstant) {
  std::vector<Observation> data;
  for (int i = 0; i < 9; ++i) {
    const double x = 16 * std::exp2(i), decay = 4 * std::pow(x, -0.35), value = 1.7 + decay;
    data.push_back({std::log(x), std::log(value), 0.002 * decay / value});
  }
  const auto rule = [&](double predicted) {
    Stream random({1, "offset", "", 0});
    return offset_bootstrap_rule(data, predicted, 0.05, 0.01, random);
  };
  EXPECT_EQ(rule(-0.35), Outcome::supported);
  EXPECT_EQ(rule(-0.45), Outcome::refuted);
}

TEST(OffsetBootstrapRule, LeavesOpenWhatNoOffsetFits) {
  std::vector<Observation> noise = design(0);
  for (std::size_t i = 0; i < noise.size(); ++i) noise[i].log_value += i % 2 == 0 ? 0.01 : -0.01;
  Stream random({1, "offset", "", 0});
  EXPECT_EQ(offset_bootstrap_rule(noise, -0.5, 0.05, 0.01, random), Outcome::inconclusive);
}

TEST(ExponentErrorBound, AgreesWithTheInformationComputedElsewhere) {
  // Inverted in another program, printed to two or three digits.
  constexpr double digits = 6e-5;
  EXPECT_NEAR(exponent_error_bound(design(), {1, 0.5, false}), 0.0219, digits);
  EXPECT_NEAR(exponent_error_bound(design(), {1, 0.5, true}), 0.0052, digits);
  EXPECT_NEAR(exponent_error_bound(design(), {1, 1, false}), 0.0065, digits);
  EXPECT_NEAR(exponent_error_bound(design(), {-0.5, 0.5, false}), 0.0193, digits);
  EXPECT_NEAR(exponent_error_bound(design(), {0, 0.3, false}), 0.0069, digits);
}

TEST(PowerBound, IsTheNormalChanceThatTheRuleDecides) {
  // Supported if |error| < 0.05 − 1.28155·0.0219 = 0.02193, which is 1.0016 standard errors.
  constexpr double digits = 1e-3;
  EXPECT_NEAR(power_bound(0.0219, 0.05, 0, 0.1, 0.01), 0.6835, digits);
  // Refuted at two bands off if the error is below 0.05 − 1.28155·0.04 = −0.0316·0.04.
  EXPECT_NEAR(power_bound(0.04, 0.05, 2, 0.1, 0.01), 0.4874, digits);
  EXPECT_EQ(power_bound(0.04, 0.05, -2, 0.1, 0.01), power_bound(0.04, 0.05, 2, 0.1, 0.01));
  EXPECT_EQ(power_bound(1, 0.05, 0, 0.1, 0.01), 0);
}

}  // namespace
}  // namespace asymptest::plain_rules_test
