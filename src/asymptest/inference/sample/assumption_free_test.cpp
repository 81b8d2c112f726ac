#include "asymptest/inference/sample/assumption_free.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

#include "asymptest/inference/intervals/betting_interval.hpp"

namespace asymptest::assumption_free_test {
namespace {

using testing::StrEq;

PointTrials at_four(std::vector<double> values) { return {Point{{"n", 4}}, std::move(values)}; }

constexpr ValueRange unit{0, 1};

TEST(AssumptionFreeInterval, OfAProportionIsTheExactBinomialOne) {
  // 0 of 10: 1 - tail^(1/10); 10 of 10 mirrors it. Both are quantiles of a beta law, to rounding.
  constexpr double rounding = 1e-12;
  const Bounds none = assumption_free_interval(Summary::proportion, unit,
                                               at_four(std::vector<double>(10, 0.0)), 0.025);
  EXPECT_EQ(none.lower, 0);
  EXPECT_NEAR(none.upper, 1 - std::pow(0.025, 0.1), rounding);
  const Bounds all = assumption_free_interval(Summary::proportion, unit,
                                              at_four(std::vector<double>(10, 1.0)), 0.025);
  EXPECT_NEAR(all.lower, std::pow(0.025, 0.1), rounding);
  EXPECT_EQ(all.upper, 1);
}

TEST(AssumptionFreeInterval, OfABoundedMeanIsTheBettors) {
  const std::vector<double> values{1, 2, 3, 4.5, 2};
  const ValueRange range{0, 5};
  const Bounds bounds =
      assumption_free_interval(Summary::bounded_mean, range, at_four(values), 0.01);
  const Bounds mean = betting_interval(values, range, 0.01);
  EXPECT_EQ(bounds.lower, mean.lower);
  EXPECT_EQ(bounds.upper, mean.upper);
}

TEST(AssumptionFreeInterval, NamesTheTrialThatIsOutOfPlace) {
  const auto proportion = [] {
    return assumption_free_interval(Summary::proportion, unit, at_four({0, 1, 0.5}), 0.01);
  };
  EXPECT_THAT(proportion, testing::ThrowsMessage<std::domain_error>(
                              StrEq("trial 2 at n=4 is 0.5, expected 0 or 1 under a proportion")));
  const auto bounded = [] {
    return assumption_free_interval(Summary::bounded_mean, unit, at_four({0, -1}), 0.01);
  };
  EXPECT_THAT(bounded, testing::ThrowsMessage<std::domain_error>(
                           StrEq("trial 1 at n=4 is -1, expected within [0, 1]")));
  EXPECT_THROW(assumption_free_interval(Summary::mean, unit, at_four({0}), 0.01),
               std::invalid_argument);
  EXPECT_THROW(assumption_free_interval(Summary::proportion, unit, at_four({}), 0.01),
               std::invalid_argument);
  EXPECT_THROW(assumption_free_interval(Summary::proportion, unit, at_four({0}), 0.5),
               std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::assumption_free_test
