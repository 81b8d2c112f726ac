#include "turns.hpp"

#include <gtest/gtest.h>

#include <regex>

namespace asymptest::benchmarks::turns_test {
namespace {

TEST(FilterOf, MatchesTheNamesAndNoOther) {
  const std::regex filter(filter_of({"f/L:3/m:8", "a+b"}));
  EXPECT_TRUE(std::regex_search("f/L:3/m:8", filter));
  EXPECT_TRUE(std::regex_search("a+b", filter));
  EXPECT_FALSE(std::regex_search("f/L:3/m:82", filter));
  EXPECT_FALSE(std::regex_search("aab", filter));
}

}  // namespace
}  // namespace asymptest::benchmarks::turns_test
