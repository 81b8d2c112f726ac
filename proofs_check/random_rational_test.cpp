#include "random_rational.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace asymptest::random_rational_test {
namespace {

constexpr int draws = 6000;

/// How often the draws gave each number must lie within five standard deviations of one share.
void expect_uniform(const std::map<rigor::Rational, int>& counts) {
  const double share = 1.0 / static_cast<double>(counts.size());
  const double deviation = std::sqrt(draws * share * (1 - share));
  for (const auto& [number, count] : counts) {
    EXPECT_NEAR(count, draws * share, 5 * deviation) << number;
  }
}

TEST(RandomRational, OfTheUnitIntervalTakesEveryFractionAlikeTheEndsToo) {
  Stream random({.suite_seed = 1, .claim = "unit rational", .point = "", .trial = 0});
  std::map<rigor::Rational, int> counts;
  for (int i = 0; i < draws; ++i) ++counts[unit_rational(random, 6)];
  ASSERT_EQ(counts.size(), 7U);
  EXPECT_EQ(counts.begin()->first, 0);
  EXPECT_EQ(std::next(counts.begin())->first, rigor::Rational(1, 6));
  EXPECT_EQ(counts.rbegin()->first, 1);
  expect_uniform(counts);
}

TEST(RandomRational, WholeNumbersReachBothSigns) {
  Stream random({.suite_seed = 1, .claim = "whole number", .point = "", .trial = 0});
  std::map<rigor::Rational, int> counts;
  for (int i = 0; i < draws; ++i) ++counts[whole_number(random, 2)];
  ASSERT_EQ(counts.size(), 5U);
  EXPECT_EQ(counts.begin()->first, -2);
  EXPECT_EQ(counts.rbegin()->first, 2);
  expect_uniform(counts);
}

}  // namespace
}  // namespace asymptest::random_rational_test
