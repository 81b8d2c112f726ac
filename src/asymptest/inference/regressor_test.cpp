#include "asymptest/inference/regressor.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

namespace asymptest::regressor_test {
namespace {

Statistics at(const std::vector<double>& sizes) {
  Statistics s;
  for (const double n : sizes) s.points.push_back({Point{{"n", n}}, 1, 0, 1});
  return s;
}

TEST(Regressor, TakesTheLogarithmOfTheFactorsOwnTransform) {
  const Factor shifted{"n - 1", -1, [](const Point& p) { return p["n"] - 1; }};
  const Regressor r = regressor(shifted, at({2, 4, 8, 16}));
  EXPECT_EQ(r.direction, 1);
  EXPECT_EQ(r.logs[2], std::log(7.0));
}

TEST(Regressor, TurnsSizesThatAreSmallParameters) {
  const Regressor r = regressor({"n", 2}, at({0.125, 0.25, 0.5, 1}));
  EXPECT_EQ(r.direction, -1);
  EXPECT_EQ(r.logs[0], std::log(8.0));
  EXPECT_TRUE(shrinks({"n", 2}, at({0.5, 1})));
  EXPECT_FALSE(shrinks({"n", 2}, at({0.5, 2})));
}

TEST(Regressor, RefusesFewerThanFourDifferentSizes) {
  EXPECT_THROW(regressor({"n", 1}, at({1, 2, 4, 4, 4})), std::invalid_argument);
  EXPECT_NO_THROW(regressor({"n", 1}, at({1, 2, 4, 8})));
}

}  // namespace
}  // namespace asymptest::regressor_test
