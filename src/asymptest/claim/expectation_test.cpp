#include "asymptest/claim/expectation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::expectation_test {
namespace {

using testing::HasSubstr;

Prediction law() {
  return theta({{"m", -0.5}}).within(0.1).rival(-0.25, "half the rate").rival(0, "no decay");
}

TEST(Expectation, IsARangeAboutWhatTheoryGives) {
  const Expectation symmetric = near(1, 0.25, "m").because("a reason");
  EXPECT_EQ(symmetric.lower, 0.75);
  EXPECT_EQ(symmetric.upper, 1.25);
  EXPECT_EQ(symmetric.value, 1);
  EXPECT_EQ(symmetric.factor, "m");
  EXPECT_EQ(symmetric.reason, "a reason");
  const Expectation lopsided = near_within(0, -0.1, 0.4);
  EXPECT_EQ(lopsided.lower, -0.1);
  EXPECT_EQ(lopsided.upper, 0.4);
  EXPECT_EQ(lopsided.value, 0);
  EXPECT_TRUE(std::isinf(below(1).lower) && std::isinf(above(1).upper));
}

TEST(Expectation, IsEmptyUntilItSaysAnEnd) {
  EXPECT_TRUE(Expectation{}.is_empty());
  EXPECT_FALSE(below(1).is_empty());
  EXPECT_FALSE(above(1).is_empty());
}

TEST(FaultOf, NamesTheRivalThatARangeHolds) {
  EXPECT_EQ(fault_of(near(0, 0.35), law()),
            "must show a value in [-0.35, 0.35], which holds the rival -0.25 (half the rate), "
            "expected a range that tells them apart");
}

TEST(FaultOf, LetsTheControlShowARivalItself) {
  EXPECT_EQ(fault_of(near(0, 0.2), law()), "");
  EXPECT_EQ(fault_of(near(-0.25, 0.1), law()), "");
}

TEST(FaultOf, CountsNoRivalOnTheEdge) { EXPECT_EQ(fault_of(near(0, 0.25), law()), ""); }

TEST(FaultOf, NamesWhatTheLawItselfPredicts) {
  EXPECT_THAT(fault_of(near(-1, 0.6), law()), HasSubstr("holds the -0.5 that it must refute"));
  const Prediction value = equals([](const Point&) { return 1.0; }).within(0.1);
  EXPECT_THAT(fault_of(near(0.2, 0.3), value), HasSubstr("holds the 0 that it must refute"));
}

TEST(FaultOf, ReadsTheFactorThatIsNamed) {
  const Prediction both = theta({{"n", 0.5}, {"d", 1}}).within(0.1).rival(0, "of n");
  EXPECT_THAT(fault_of(near(0.9, 0.2, "d"), both), HasSubstr("holds the 1 "));
  EXPECT_EQ(fault_of(near(0.1, 0.2, "d"), both), "");
  EXPECT_THAT(fault_of(near(0.1, 0.2, "n"), both), HasSubstr("the rival 0 (of n)"));
}

TEST(FaultOf, LeavesOpenRangesAlone) {
  EXPECT_EQ(fault_of(above(-0.3), law()), "");
  EXPECT_EQ(fault_of(below(0.1), law()), "");
}

}  // namespace
}  // namespace asymptest::expectation_test
