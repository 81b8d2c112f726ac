#include "asymptest/check/window.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "asymptest/claim/laws/prediction.hpp"

namespace asymptest::cli::window_test {
namespace {

using testing::HasSubstr;

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

}  // namespace
}  // namespace asymptest::cli::window_test
