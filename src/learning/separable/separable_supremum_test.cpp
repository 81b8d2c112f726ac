#include "learning/separable/separable_supremum.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

namespace asymptest::learning::separable_supremum_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(SeparableSupremum, OfALinearFunctionIsTheRadiusTimesItsNorm) {
  const std::vector<double> slopes{0.3, -2, 1.1, 0, 0.7};
  double norm = 0;
  for (const double slope : slopes) norm = std::hypot(norm, slope);
  for (const double radius : {0.01, 1.0, 50.0}) {
    const Bracket found = separable_supremum(
        5,
        [&](Eigen::Index i, double price) {
          const double move = slopes[static_cast<std::size_t>(i)] / (2 * price);
          return Response{slopes[static_cast<std::size_t>(i)] * move, move * move};
        },
        radius, 0, 1);
    const double tolerance = price_tolerance * radius * norm;
    EXPECT_NEAR(found.lower, radius * norm, tolerance) << radius;
    EXPECT_NEAR(found.upper, radius * norm, tolerance) << radius;
  }
}

/// A knapsack: part i gains `gains[i]` for `costs[i]` and nothing for less.
Bracket knapsack(const std::vector<double>& gains, const std::vector<double>& costs,
                 double radius) {
  const auto respond = [&](Eigen::Index i, double price) {
    const auto k = static_cast<std::size_t>(i);
    return gains[k] > price * costs[k] ? Response{gains[k], costs[k]} : Response{};
  };
  return separable_supremum(static_cast<Eigen::Index>(gains.size()), respond, radius, 0, 1);
}

TEST(SeparableSupremum, EnclosesTheBestKnapsackByOneItemAtMost) {
  const std::vector<double> gains{5, 4, 3, 2, 1.5}, costs{1, 2, 2, 3, 4};
  for (const double budget : {0.5, 1.0, 2.5, 4.0, 5.5, 7.0, 11.0}) {
    double best = 0;
    for (int chosen = 0; chosen < 32; ++chosen) {
      double gain = 0, cost = 0;
      for (std::size_t i = 0; i < 5; ++i) {
        if ((chosen >> i & 1) != 0) gain += gains[i], cost += costs[i];
      }
      if (cost <= budget) best = std::max(best, gain);
    }
    const Bracket found = knapsack(gains, costs, std::sqrt(budget));
    EXPECT_LE(found.lower, best) << budget;
    EXPECT_GE(found.upper, best * (1 - price_tolerance)) << budget;
    EXPECT_LE(found.upper - found.lower, gains[0] * (1 + price_tolerance)) << budget;
  }
}

/// The part that gains most for its cost leaves no room for the one that gains most.
TEST(SeparableSupremum, HasAnUpperEndBeyondWhatPricesSpend) {
  const Bracket found = knapsack({3, 4}, {1, 2}, std::sqrt(2.0));
  EXPECT_DOUBLE_EQ(found.lower, 3);
  EXPECT_NEAR(found.upper, 5, 5 * price_tolerance);  // 3 and half of the 4
}

TEST(SeparableSupremum, WithMoreRadiusThanCanBeSpentIsTheSumOfAllGains) {
  const Bracket found = knapsack({5, 4}, {1, 2}, 100);
  EXPECT_DOUBLE_EQ(found.lower, 9);
  EXPECT_NEAR(found.upper, 9, 9 * price_tolerance);
}

TEST(SeparableSupremum, RefusesPricesAndRadiiWithoutMeaning) {
  const ResponseOf nothing = [](Eigen::Index, double) { return Response{}; };
  EXPECT_THAT([&] { separable_supremum(1, nothing, 0, 0, 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is 0,")));
  EXPECT_THAT([&] { separable_supremum(1, nothing, NAN, 0, 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is nan")));
  EXPECT_THAT([&] { separable_supremum(1, nothing, 1, -1, 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("least price is -1,")));
  EXPECT_THAT([&] { separable_supremum(1, nothing, 1, 2, 2); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("guess is 2,")));
}

}  // namespace
}  // namespace asymptest::learning::separable_supremum_test
