#include "drawn_designs.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::designs::drawn_designs_test {
namespace {

// A power and a logarithm, or sums of six shares and costs, in double precision.
constexpr double rounding = 1e-12;

TEST(CountOfPower, LiesBetweenTheCountsByTheirLogarithm) {
  EXPECT_NEAR(count_of_power({4, 16, 64}, {0.1, 0.5, 0.9}, 0.7), 32, 32 * rounding);
  EXPECT_EQ(count_of_power({4, 16}, {0.6, 1}, 0.5), 4);
  EXPECT_TRUE(std::isnan(count_of_power({4, 16}, {0.1, 0.2}, 0.5)));
}

constexpr DrawnOptions few{.data_sets = 6, .alpha = 0.01, .most = 64};

TEST(DrawnDesigns, ALawWithoutMuchNoiseIsDecidedAtTheFirstLook) {
  const DesignCosts costs = costs_of({.bands = 4, .spread = 0.01}, few);
  EXPECT_NEAR(costs.right, 1, rounding);
  EXPECT_NEAR(costs.sequential, 16, 16 * rounding);
  EXPECT_LE(costs.fixed, 16);
}

TEST(DrawnDesigns, NoiseTakesMoreTrialsOfEach) {
  const DesignCosts little = costs_of({.bands = 4, .spread = 0.01}, few);
  const DesignCosts more = costs_of({.bands = 2, .spread = 0.2}, few);
  EXPECT_GT(more.sequential, little.sequential);
  EXPECT_GT(more.without_allocation, little.without_allocation);
}

TEST(DrawnDesigns, NeedDataSets) {
  EXPECT_THROW(costs_of({}, {.data_sets = 0}), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::designs::drawn_designs_test
