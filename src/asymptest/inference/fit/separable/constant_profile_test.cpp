#include "asymptest/inference/fit/separable/constant_profile.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::constant_profile_test {
namespace {

using Kind = ConstantCorrection::Kind;

constexpr double exponent = -0.35, constant = 1.7, amplitude = 4;
// Of exact data: sums of eight terms, solved.
constexpr double rounding = 1e-8;

Statistics exact(double correction, double omega) {
  Statistics statistics{{}, true, 100};
  for (int i = 0; i < 8; ++i) {
    const double x = 16 * std::exp2(i);
    const double g = 1 + correction * std::pow(x / 16, -omega);
    const double value = constant + amplitude * std::pow(x, exponent) * g;
    statistics.points.push_back({Point{{"x", x}}, 8, std::log(value), 0.01});
  }
  return statistics;
}

ConstantProfile profile_of(const Statistics& statistics) {
  return {statistics, regressor({.name = "x", .exponent = exponent}, statistics)};
}

TEST(ConstantProfile, IsZeroAtTheExponentOfExactDataAndNotBesideIt) {
  const ConstantProfile profile = profile_of(exact(0, 1));
  const double scaled = exponent * profile.range();
  EXPECT_NEAR(profile.range(), 7 * std::log(2.0), rounding);
  EXPECT_NEAR(profile.misfit(scaled, {}), 0, rounding);
  EXPECT_GT(profile.misfit(scaled * 1.5, {}), 0.1);
}

TEST(ConstantProfile, FindsTheConstantAndTheLaw) {
  const Statistics data = exact(0, 1);
  const ConstantProfile profile = profile_of(data);
  const ConstantLaw law = profile.law(exponent * profile.range(), {});
  EXPECT_NEAR(law.constant, constant, rounding);
  for (std::size_t i = 0; i < law.values.size(); ++i) {
    EXPECT_NEAR(law.values[i], std::exp(data.points[i].log_value), rounding);
  }
}

TEST(ConstantProfile, AllowsForACorrectionWithinItsBounds) {
  const double scaled = exponent * profile_of(exact(0, 1)).range();
  // 0.3 of what x^a changes by over the sweep, 1 − e^scaled of it, is the most.
  const double most = 0.3 * (1 - std::exp(scaled));
  EXPECT_NEAR(profile_of(exact(0.9 * most, 1)).misfit(scaled, {Kind::fixed, 1}), 0, rounding);
  EXPECT_GT(profile_of(exact(0.9 * most, 1)).misfit(scaled, {}), 0.01);
  EXPECT_GT(profile_of(exact(3 * most, 1)).misfit(scaled, {Kind::fixed, 1}), 0.01);
}

TEST(ConstantProfile, KnowsNoLogarithmOfALawThatFalls) {
  EXPECT_TRUE(std::isinf(profile_of(exact(0, 1)).misfit(-1, {Kind::logarithm, 0})));
}

}  // namespace
}  // namespace asymptest::constant_profile_test
