#include "asymptest/inference/correction/drift.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <vector>

namespace asymptest::drift_test {
namespace {

std::vector<Observation> law_at_doublings(const std::function<double(double)>& law) {
  std::vector<Observation> all;
  for (double x = 2048; x >= 16; x /= 2) all.push_back({std::log(x), std::log(law(x)), 1});
  return all;
}

TEST(Drift, OfAPureLawIsNone) {
  constexpr double rounding = 1e-12;
  const auto drift = drift_of(law_at_doublings([](double x) { return std::pow(x, -0.5); }));
  ASSERT_TRUE(drift);
  EXPECT_NEAR(drift->slope, -0.5, rounding);
  EXPECT_NEAR(drift->rate, 0, rounding);
}

TEST(Drift, OfTwoPowersIsThatOfTheirLogistic) {
  // Q = x^-1/2 (1 + B), B = 64x^-1/2: slope -1/2 - B/(2(1 + B)), rate B/(4(1 + B)²).
  constexpr double second_order = 0.005;  // of differences over doublings
  const auto drift =
      drift_of(law_at_doublings([](double x) { return std::pow(x, -0.5) + 64 / x; }));
  const double mid = 64 / std::sqrt(2048 / std::sqrt(2.0)), b = 64 / std::sqrt(1024.0);
  EXPECT_NEAR(drift->slope, -0.5 - mid / (2 * (1 + mid)), second_order);
  EXPECT_NEAR(drift->rate, b / (4 * (1 + b) * (1 + b)), second_order);
  EXPECT_TRUE(may_reach(*drift, -0.55));
  EXPECT_FALSE(may_reach(*drift, -0.85)) << "it drifts the other way";
}

TEST(Drift, OfASmallCorrectionReachesNoRival) {
  const auto drift = drift_of(
      law_at_doublings([](double x) { return std::pow(x, -0.5) * (1 + 1 / std::sqrt(x)); }));
  EXPECT_TRUE(may_reach(*drift, -0.5));
  EXPECT_FALSE(may_reach(*drift, -0.45));
}

Bounds limits_of(const std::function<double(double)>& law) {
  const auto limits = limits_of_local_exponent(law_at_doublings(law));
  return limits.value_or(Bounds{1, -1});
}

TEST(LimitsOfLocalExponent, HoldTheExponentBehindALogarithmOfAnyScale) {
  for (const double scale : {0.5, 1.0, 10.0, 1e4, 1e6}) {
    for (const double power : {-2.0, -1.0, -0.5, 0.5, 1.0, 2.0}) {
      const Bounds limits = limits_of(
          [&](double x) { return std::pow(x, 1.5) * std::pow(std::log(scale * x), power); });
      EXPECT_LE(limits.lower, 1.5) << scale << ' ' << power;
      EXPECT_GE(limits.upper, 1.5) << scale << ' ' << power;
    }
  }
}

TEST(LimitsOfLocalExponent, HoldThatOfACorrectionAndReachAsFarBeyondAsTheyMust) {
  // What is left of 1 + x^-w is w/(x^w + 1). The bounds lie 2.5 times that apart; the change is
  // read off half a doubling before, where it is 2^(w/2) times as fast, from differences.
  constexpr double most_times = 2.5, differences = 1.25;
  for (const double omega : {0.3, 0.5, 1.0, 2.0}) {
    const auto left = [&](double x) { return omega / (std::pow(x, omega) + 1); };
    const Bounds limits =
        limits_of([&](double x) { return std::pow(x, -0.5) * (1 + std::pow(x, -omega)); });
    EXPECT_LE(limits.lower, -0.5);
    EXPECT_GE(limits.upper, -0.5);
    EXPECT_LT(limits.upper - limits.lower,
              most_times * differences * std::exp2(omega / 2) * left(2048 / std::sqrt(2)))
        << omega;
  }
}

TEST(LimitsOfLocalExponent, AreNoneWhereItGoesToAndFro) {
  double sign = 1;
  EXPECT_FALSE(limits_of_local_exponent(law_at_doublings([&](double x) {
    sign = -sign;
    return std::sqrt(x) * (1 + 1e-12 * sign);
  })));
  const std::vector<Observation> four{{0, 0, 1}, {1, 1, 1}, {2, 3, 1}, {3, 6, 1}};
  EXPECT_FALSE(limits_of_local_exponent(four)) << "five sizes are the fewest";
}

TEST(Drift, NeedsThreeSizes) {
  const std::vector<Observation> two{{0, 0, 1}, {1, 1, 1}, {1, 1, 1}};
  EXPECT_FALSE(drift_of(two));
}

}  // namespace
}  // namespace asymptest::drift_test
