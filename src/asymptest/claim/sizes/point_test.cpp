#include "asymptest/claim/sizes/point.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::point_test {
namespace {

TEST(Point, GivesItsSizesByName) {
  const Point at{{"n", 128}, {"r", 0.25}};
  EXPECT_EQ(at["n"], 128);
  EXPECT_EQ(at.count("n"), 128);
  EXPECT_EQ(at["r"], 0.25);
  EXPECT_TRUE(at.has("r"));
  EXPECT_FALSE(at.has("m"));
  EXPECT_THROW(at["m"], std::out_of_range);
  EXPECT_THROW(static_cast<void>(at.count("r")), std::invalid_argument);
}

TEST(Point, KeyReadsBackToTheSamePoint) {
  const Point at{{"n", 1048576}, {"r", 0.1}, {"s", 1e-7}};
  EXPECT_EQ(at.key(), "n=1048576,r=0.1,s=1e-07");
  EXPECT_EQ(Point::parse(at.key()), at);
  EXPECT_EQ(Point::parse(""), Point{});
}

TEST(Point, RefusesMalformedKeysAndRepeatedAxes) {
  for (const char* text : {"n", "n=", "=3", "n=3x", "n=3,,m=2"}) {
    EXPECT_THROW(Point::parse(text), std::invalid_argument) << text;
  }
  EXPECT_THROW((Point{{"n", 1}, {"n", 2}}), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::point_test
