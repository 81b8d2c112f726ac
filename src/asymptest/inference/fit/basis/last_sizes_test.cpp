#include "asymptest/inference/fit/basis/last_sizes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace asymptest::last_sizes_test {
namespace {

constexpr double error = 0.01, rounding = 1e-12;
const LikelihoodRatioLimit known{1, 1000};

Statistics following(const std::function<double(double)>& law) {
  Statistics statistics{{}, true, known.degrees};
  for (int i = 0; i < 12; ++i) {
    const double x = 16 * std::exp2(i);
    statistics.points.push_back({Point{{"x", x}}, 20, std::log(law(x)), error});
  }
  return statistics;
}

std::vector<LocalPower> of(const Statistics& statistics, const Factor& factor = {"x", -0.5}) {
  return powers_of_last_sizes(regressor(factor, statistics), statistics, known);
}

double corner(double x, double at) {
  return x < at ? std::pow(x / at, -1) : std::pow(x / at, -0.5);
}

TEST(LastSizes, TellTheExponentOfTheirRegime) {
  const auto powers = of(following([](double x) { return corner(x, 512); }));
  ASSERT_EQ(powers.size(), 1U);
  EXPECT_EQ(powers[0].count, 6U);
  EXPECT_NEAR(powers[0].exponent, -0.5, rounding);
  // Six doubling sizes: Σ(x − x̄)² = 17.5·(log 2)².
  EXPECT_NEAR(powers[0].error, error / (std::sqrt(17.5) * std::log(2)), rounding);
  EXPECT_NEAR(powers[0].within(4).upper, -0.5 + 2 * powers[0].error, rounding);
}

TEST(LastSizes, AreFewerWhereTheRegimeChangesLate) {
  const auto powers = of(following([](double x) { return corner(x, 8192); }));
  ASSERT_EQ(powers.size(), 1U);
  EXPECT_EQ(powers[0].count, 3U);
  EXPECT_NEAR(powers[0].exponent, -0.5, rounding);
}

TEST(LastSizes, TellNothingWhereTheyBendToTheEnd) {
  EXPECT_TRUE(of(following([](double x) { return std::exp(-x / 4096); })).empty());
}

TEST(LastSizes, AreTheSmallOnesOfALawTowardsZero) {
  const Factor towards_zero{.name = "x", .exponent = 1, .towards = Towards::zero};
  const auto powers =
      of(following([](double x) { return x < 512 ? x : x * x / 512; }), towards_zero);
  ASSERT_EQ(powers.size(), 1U);
  EXPECT_NEAR(powers[0].exponent, -1, rounding) << "of 1/x";
}

TEST(LastSizes, OfNumbersWithoutAnyFreedomTellNothing) {
  const Statistics statistics = following([](double x) { return 1 / x; });
  EXPECT_TRUE(powers_of_last_sizes(regressor({"x", -1}, statistics), statistics, {1, 0}).empty());
}

TEST(LastSizes, WithoutKnownNoiseAreTakenInEveryNumber) {
  Statistics statistics = following([](double x) { return 1 / x; });
  statistics.noise_is_known = false;
  EXPECT_EQ(of(statistics).size(), 4U) << "6, 5, 4 and 3 sizes";
}

std::optional<LocalPower> after_a_break(double at, double least_misfit) {
  constexpr double wiggle = 0.02;
  Statistics statistics = following([=](double x) { return corner(x, at); });
  for (std::size_t i = 0; i < statistics.points.size(); ++i) {
    statistics.points[i].error = 1;
    statistics.points[i].log_value += i % 2 == 0 ? wiggle : -wiggle;
  }
  return power_after_a_break(regressor({"x", -0.5}, statistics), statistics, least_misfit, 1);
}

TEST(LastSizes, AfterABreakHaveAPowerOfTheirOwn) {
  // Two powers leave residuals of 0.02, twelve times their square; a law that leaves ten times as
  // much, in squares, is no match for them, one that leaves twice as much is.
  const auto power = after_a_break(8192, 10 * 12 * 0.02 * 0.02);
  ASSERT_TRUE(power);
  EXPECT_EQ(power->count, 3U);
  EXPECT_NEAR(power->exponent, -0.5, rounding) << "the first and the last of three shift alike";
  EXPECT_GT(power->error, 0.01);
  EXPECT_LT(power->error, 0.03);
  EXPECT_FALSE(after_a_break(8192, 2 * 12 * 0.02 * 0.02));
}

TEST(LastSizes, ShowNoBreakAmongSeven) {
  Statistics statistics = following([](double x) { return corner(x, 64); });
  statistics.points.resize(7);
  EXPECT_FALSE(power_after_a_break(regressor({"x", -0.5}, statistics), statistics, 1e6, 1));
}

}  // namespace
}  // namespace asymptest::last_sizes_test
