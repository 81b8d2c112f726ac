#include "asymptest/inference/fit/basis/regressor.hpp"

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
  for (const double unit : {1e-6, 1.0, 1e6}) {
    const auto sizes = at({unit / 8, unit / 4, unit / 2, unit});
    const Regressor small = regressor({"n", 2, {}, Towards::zero}, sizes);
    EXPECT_EQ(small.direction, -1);
    EXPECT_EQ(small.logs[0], -std::log(unit / 8));
    EXPECT_EQ(regressor({"n", 2, {}, Towards::infinity}, sizes).direction, 1);
  }
}

TEST(Regressor, AsksForTheLimitWhereSizesReachBelowOne) {
  EXPECT_EQ(limit_of({"n", 2}, at({1, 2, 4})), Towards::infinity);
  for (const auto& sizes : {at({0.25, 0.5, 1}), at({0.5, 2}), at({0.5, 0.25})}) {
    EXPECT_TRUE(leaves_limit_open({"n", 2}, sizes));
    EXPECT_FALSE(leaves_limit_open({"n", 2, {}, Towards::zero}, sizes));
    EXPECT_THROW(limit_of({"n", 2}, sizes), std::invalid_argument);
    EXPECT_EQ(limit_of({"n", 2, {}, Towards::infinity}, sizes), Towards::infinity);
  }
}

TEST(Regressor, RefusesFewerThanFourDifferentSizes) {
  EXPECT_THROW(regressor({"n", 1}, at({1, 2, 4, 4, 4})), std::invalid_argument);
  EXPECT_NO_THROW(regressor({"n", 1}, at({1, 2, 4, 8})));
}

TEST(Regressor, OrdersThePointsTowardsTheLimit) {
  EXPECT_EQ((Regressor{{2, 0, 3, 1}, 1}.order()), (std::vector<std::size_t>{1, 3, 0, 2}));
}

}  // namespace
}  // namespace asymptest::regressor_test
