#include "asymptest/inference/verdict/region.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

namespace asymptest::region_test {
namespace {

TEST(TwoLevel, TakesTheWiderOfTheEdgesAndOfTheLevelLessOneBand) {
  constexpr double band = 0.5;
  const Bounds narrow = two_level({1, 2}, {0.75, 2.25}, band);
  EXPECT_EQ(narrow.lower, 1);
  EXPECT_EQ(narrow.upper, 2);
  const Bounds wide = two_level({1, 2}, {0, 3}, band);
  EXPECT_EQ(wide.lower, 0.5);
  EXPECT_EQ(wide.upper, 2.5);
}

TEST(RequireAlpha, AsksForALevelBelowOneHalf) {
  EXPECT_NO_THROW(require_alpha(0.01));
  for (const double wrong : {0.0, 0.5, 1.0, -0.1, std::numeric_limits<double>::quiet_NaN()}) {
    EXPECT_THROW(require_alpha(wrong), std::invalid_argument) << wrong;
  }
}

}  // namespace
}  // namespace asymptest::region_test
