#include "asymptest/check/window.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "asymptest/claim/laws/prediction.hpp"

namespace asymptest::cli::window_test {
namespace {

using testing::HasSubstr;
using testing::Not;

SizeWindow window_of(const std::function<double(double)>& curve, double error = 0) {
  Statistics statistics{.points = {}, .noise_is_known = error > 0, .degrees = 99};
  for (double n = 16; n <= 4096; n *= 2) {
    statistics.points.push_back(
        {.at = Point({{"N", n}}), .trials = 9, .log_value = std::log(curve(n)), .error = error});
  }
  return steady_window(std::get<PowerLaw>(theta({{"N", -1}}).kind()), statistics);
}

TEST(Window, IsEverythingOfAPurePower) {
  const SizeWindow window = window_of([](double n) { return 1 / n; });
  EXPECT_EQ(window.slopes.size(), 8U);
  constexpr double rounding = 1e-14;  // of logarithms below 9, over log 2
  EXPECT_NEAR(window.slopes[3], -1, rounding);
  EXPECT_FALSE(window.from || window.up_to);
}

TEST(Window, EndsBeforeAFloor) {
  const SizeWindow window = window_of([](double n) { return std::max(1 / n, 1.0 / 512); });
  EXPECT_FALSE(window.from);
  EXPECT_EQ(window.up_to, 512);
  EXPECT_THAT(window_text(window), HasSubstr("steady on --up-to 512 ("));
}

TEST(Window, BeginsAfterAWildStart) {
  const SizeWindow window = window_of([](double n) { return n < 60 ? 5.0 : 1 / n; });
  EXPECT_EQ(window.from, 64);
  EXPECT_FALSE(window.up_to);
}

TEST(Window, NoiseDoesNotEndIt) {
  const auto shaken = [](double n) { return (n == 256 ? 1.1 : 1) / n; };
  EXPECT_TRUE(window_of(shaken).from || window_of(shaken).up_to);
  EXPECT_FALSE(window_of(shaken, 0.05).from || window_of(shaken, 0.05).up_to);
}

TEST(Window, ShowsManySizesInGroups) {
  Statistics statistics{{}, false, 0};
  for (int i = 0; i < 48; ++i) {
    const double n = 100 + 10 * i;
    const double wiggle = i % 2 == 0 ? 0.3 : -0.3;
    statistics.points.push_back(
        {.at = Point({{"N", n}}), .trials = 1, .log_value = -std::log(n) + wiggle, .error = 1});
  }
  const SizeWindow window =
      steady_window(std::get<PowerLaw>(theta({{"N", -1}}).kind()), statistics);
  ASSERT_EQ(window.slopes.size(), 11U);
  for (const double slope : window.slopes) EXPECT_NEAR(slope, -1, 1e-9) << "the wiggle is gone";
}

TEST(Window, IsNoneWhereNothingIsSteady) {
  const SizeWindow window = window_of([](double n) { return std::exp(-n / 50); });
  EXPECT_FALSE(window.from || window.up_to);
}

std::string advice_on(const std::vector<double>& sizes, const std::vector<double>& values) {
  Statistics statistics;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    statistics.points.push_back({.at = Point({{"N", sizes[i]}}),
                                 .trials = 1,
                                 .log_value = std::log(values[i]),
                                 .error = 1});
  }
  return advice_of_slopes(std::get<PowerLaw>(theta({{"N", -1}}).kind()), statistics);
}

TEST(AdviceOfSlopes, AsksForSizesThatHaveSettledWhereTheFirstBlewUp) {
  const auto advice =
      advice_on({2562, 10242, 40962, 163842, 655362}, {3.1e76, 6.4e31, 0.0182, 0.00457, 0.00114});
  EXPECT_THAT(advice, HasSubstr("3 more sizes from 40962 on would decide"));
}

TEST(AdviceOfSlopes, AsksForSizesBeforeAFloor) {
  const auto advice =
      advice_on({4, 8, 16, 32, 64}, {1, 1.0 / 16, 1.0 / 256, 1.0 / 3200, 1.0 / 17000});
  EXPECT_THAT(advice, HasSubstr("more sizes between 4 and 32 would decide, or a lower floor"));
}

TEST(AdviceOfSlopes, SaysOfManyObjectsThatNobodyChoosesTheirSizes) {
  std::vector<double> sizes, values;
  for (int i = 1; i <= 100; ++i) sizes.push_back(i * i), values.push_back(1 + i % 7);
  EXPECT_THAT(advice_on(sizes, values), HasSubstr("what else these rows depend on"));
}

TEST(AdviceOfSlopes, KnowsSizesThatSomebodyChoseByTheirSteps) {
  std::vector<double> doubling, counted, falling;
  for (int i = 1; i <= 40; ++i) {
    doubling.push_back(std::exp2(i)), counted.push_back(i);
    falling.push_back(std::exp2(i < 25 ? -i : -25));
  }
  EXPECT_THAT(advice_on(doubling, falling), HasSubstr("or a lower floor"));
  EXPECT_THAT(advice_on(counted, falling), Not(HasSubstr("what else these rows depend on")));
}

TEST(AdviceOfSlopes, IsNoneOfAPower) {
  EXPECT_TRUE(advice_on({4, 8, 16, 32, 64}, {16, 8, 4, 2, 1}).empty());
}

}  // namespace
}  // namespace asymptest::cli::window_test
