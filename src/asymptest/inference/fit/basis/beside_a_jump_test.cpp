#include "asymptest/inference/fit/basis/beside_a_jump.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace asymptest::beside_a_jump_test {
namespace {

constexpr double error = 0.01, rounding = 1e-12;
const LikelihoodRatioLimit known{1, 1000};

Statistics following(const std::function<double(double)>& law, bool noise_is_known = true) {
  Statistics statistics{{}, noise_is_known, known.degrees};
  for (int i = 0; i < 10; ++i) {
    const double x = 16 * std::exp2(i);
    statistics.points.push_back({Point{{"x", x}}, 20, std::log(law(x)), error});
  }
  return statistics;
}

std::vector<LocalPower> of(const Statistics& statistics, double least_misfit = 100) {
  const Factor factor{"x", -0.5};
  return powers_beside_a_jump(regressor(factor, statistics), statistics, known, least_misfit);
}

double a_fifth_off(double x, double from) { return std::pow(x, -0.5) * (x < from ? 1 : 1.2); }

TEST(BesideAJump, IsTheExponentOfAllSizesButTheLastTwo) {
  const auto powers = of(following([](double x) { return a_fifth_off(x, 4096); }));
  ASSERT_EQ(powers.size(), 2U);
  EXPECT_EQ(powers[0].count, 8U);
  EXPECT_TRUE(powers[0].of_first);
  EXPECT_NEAR(powers[0].exponent, -0.5, rounding);
  EXPECT_EQ(powers[1].count, 2U);
  EXPECT_FALSE(powers[1].of_first);
  EXPECT_NEAR(powers[1].exponent, -0.5, rounding);
  EXPECT_NEAR(powers[1].error, error * std::sqrt(2.0) / std::log(2.0), rounding);
}

TEST(BesideAJump, MayBeThatOfTheLastTwoAfterAChangeOfRegime) {
  const auto powers = of(following(
      [](double x) { return x < 4096 ? std::pow(x / 4096, -0.5) : std::pow(x / 4096, -1); }));
  ASSERT_EQ(powers.size(), 2U);
  EXPECT_NEAR(powers[0].exponent, -0.5, rounding);
  EXPECT_NEAR(powers[1].exponent, -1, rounding);
}

TEST(BesideAJump, LeavesOutASingleSizeWhereThatIsEnough) {
  const auto powers = of(following([](double x) { return a_fifth_off(x, 8192); }));
  ASSERT_EQ(powers.size(), 2U);
  EXPECT_EQ(powers[0].count, 9U);
}

TEST(BesideAJump, IsNoneOfALawThatBendsFromTheStart) {
  EXPECT_TRUE(of(following([](double x) { return std::pow(x, -0.5) * (1 + 4 / x); })).empty());
}

TEST(BesideAJump, NeedsAMuchBetterFitWhereOnlyResidualsTellTheNoise) {
  const auto statistics = following(
      [](double x) { return a_fifth_off(x, 4096) * std::exp(error * std::sin(40 * x)); }, false);
  EXPECT_EQ(of(statistics, 100).size(), 2U);
  EXPECT_TRUE(of(statistics, 5).empty());
}

}  // namespace
}  // namespace asymptest::beside_a_jump_test
