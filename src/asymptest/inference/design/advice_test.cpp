#include "asymptest/inference/design/advice.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/random/stream.hpp"

namespace asymptest::advice_test {
namespace {

using testing::HasSubstr;

constexpr double alpha = 0.01;

// x^a(1 + b·x^−½) on doubling sizes with normal errors.
Statistics design(double exponent, double b, std::size_t trials, double spread, double growth = 0) {
  Statistics statistics{{}, true, 8.0 * static_cast<double>(trials - 1)};
  Stream random({1, "advice_test", "", 0});
  for (int i = 0; i < 8; ++i) {
    const double x = 16 * std::exp2(i);
    const double own = spread * std::pow(x / 16, growth);
    const double error = own / std::sqrt(static_cast<double>(trials));
    const double law = exponent * std::log(x) + std::log1p(b / std::sqrt(x));
    statistics.points.push_back(
        {Point{{"x", x}}, trials, law + error * random.normal(), error, 0, 0});
  }
  return statistics;
}

Prediction half() { return theta({{"x", -0.5}}).within(0.05); }

TEST(Advice, AsksForMoreTrialsOfAPurePowerThatIsNoisy) {
  const auto advice = advise(half(), design(-0.5, 0, 16, 0.05), alpha);
  ASSERT_TRUE(advice && advice->trials);
  EXPECT_GE(advice->trials->times, 4);
  EXPECT_THAT(describe(*advice, half(), design(-0.5, 0, 16, 0.05)),
              HasSubstr("times as many trials at each size"));
}

TEST(Advice, AsksForAsManyMoreAsTheNoiseIsLarger) {
  const auto calm = advise(half(), design(-0.5, 0, 64, 0.1), alpha);
  const auto noisy = advise(half(), design(-0.5, 0, 64, 0.3), alpha);
  ASSERT_TRUE(calm && calm->trials && noisy && noisy->trials);
  EXPECT_GT(noisy->trials->times, calm->trials->times);
}

TEST(Advice, NamesTheLargestSizeOfALongerSweep) {
  const Statistics statistics = design(-0.5, 1, 4096, 0.4);
  const auto advice = advise(half(), statistics, alpha);
  ASSERT_TRUE(advice && advice->sizes);
  const double last = 2048 * advice->sizes->reach;
  EXPECT_THAT(describe(*advice, half(), statistics),
              HasSubstr("sizes to " + fmt::format("{:g}", last)));
}

TEST(Advice, IsTheSameInAnyUnit) {
  const Prediction towards_infinity = half().towards(Towards::infinity);
  const Statistics plain = design(-0.5, 0.5, 64, 0.1);
  const auto expected = advise(towards_infinity, plain, alpha);
  ASSERT_TRUE(expected && expected->has_remedy());
  const auto times = [](const std::optional<Remedy>& r) { return r ? r->times : 0; };
  const auto reach = [](const std::optional<Remedy>& r) { return r ? r->reach : 0; };
  for (const double unit : {1e-6, 1e3}) {
    Statistics scaled = plain;
    for (PointStatistic& p : scaled.points) {
      p.at = Point{{"x", p.at["x"] * unit}};
      p.log_value += std::log(unit) / 3;
    }
    const auto advice = advise(towards_infinity, scaled, alpha);
    ASSERT_TRUE(advice);
    EXPECT_EQ(times(advice->trials), times(expected->trials));
    EXPECT_EQ(reach(advice->sizes), reach(expected->sizes));
    EXPECT_EQ(times(advice->both), times(expected->both));
  }
}

TEST(Advice, SingleValuesAreRepeatedOnlyIfThatMakesADifference) {
  Statistics statistics = design(-0.5, 0, 1, 0.01);
  statistics.noise_is_known = false;
  for (PointStatistic& p : statistics.points) p.error = 1;
  const auto advice = advise(half(), statistics, alpha);
  ASSERT_TRUE(advice && advice->sizes && advice->trials);
  EXPECT_THAT(describe(*advice, half(), statistics), HasSubstr("trials at each size, if they"));
  statistics.points.resize(4);
  EXPECT_FALSE(advise(half(), statistics, alpha)) << "four tell nothing of the noise";
}

TEST(Advice, CountsNoTrialsWhileMeansRestOnFew) {
  Statistics statistics = design(-0.5, 0, 16, 0.2);
  for (PointStatistic& p : statistics.points) p.skewness = 4, p.reach = 10;
  const auto advice = advise(half(), statistics, alpha);
  ASSERT_TRUE(advice);
  EXPECT_TRUE(advice->rests_on_few);
  EXPECT_THAT(describe(*advice, half(), statistics), HasSubstr("the median"));
}

TEST(Advice, HasNoneOfOtherLaws) {
  EXPECT_FALSE(advise(decays("x", 0.1).within(0.1), design(-0.5, 0, 16, 0.2), alpha));
}

TEST(DrawnAfter, HasTheLawAndTheNoiseThatTheRemedyBrings) {
  const Statistics statistics = design(-0.5, 0, 16, 0.2, 0.25);
  const PowerLaw law = std::get<PowerLaw>(half().kind());
  const LogLaw log_law = [](double x) { return -0.5 * std::log(x); };
  constexpr int replications = 400;
  double squares = 0;
  for (int r = 0; r < replications; ++r) {
    const Statistics after = drawn_after({.times = 4, .reach = 4}, law.factors.front(), statistics,
                                         log_law, 0, static_cast<std::uint64_t>(r));
    ASSERT_EQ(after.points.size(), 10U);
    EXPECT_EQ(after.points.back().at["x"], 8192);
    EXPECT_EQ(after.points.back().trials, 64U);
    squares += std::pow(after.points.back().log_value - log_law(8192), 2);
  }
  // A quarter more than the noise of 64 trials, at a spread that goes on growing as x^¼.
  const double error = 1.25 * 0.2 * std::pow(512, 0.25) / 8;
  const double relative = std::sqrt(squares / replications) / error;
  constexpr double standard_error = 0.0354;  // 1/√(2·400)
  EXPECT_NEAR(relative, 1, 4 * standard_error);
}

}  // namespace
}  // namespace asymptest::advice_test
