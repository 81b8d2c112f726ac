#include "asymptest/inference/verdict/polarity_rule.hpp"

#include <gtest/gtest.h>

namespace asymptest::polarity_rule_test {
namespace {

TEST(PolarityRule, ABoundShowsItsOwnSideOfTheTruthOnly) {
  EXPECT_TRUE(can_show_at_most(Polarity::exact) && can_show_at_least(Polarity::exact));
  EXPECT_FALSE(can_show_at_most(Polarity::lower_bound));
  EXPECT_TRUE(can_show_at_least(Polarity::lower_bound));
  EXPECT_TRUE(can_show_at_most(Polarity::upper_bound));
  EXPECT_FALSE(can_show_at_least(Polarity::upper_bound));
}

TEST(PolarityRule, WithheldDecisionsAskForNothingAndKeepTheirReason) {
  Verdict verdict{.outcome = Outcome::refuted, .reason = "it is 3"};
  withhold(verdict, Polarity::upper_bound);
  EXPECT_EQ(verdict.outcome, Outcome::inconclusive);
  EXPECT_EQ(verdict.need, Need::nothing);
  EXPECT_EQ(verdict.reason,
            "a measurement that is an upper bound of the truth can't carry it: it is 3");
}

TEST(PolarityRule, WhatIsUndecidedStaysAsItIs) {
  Verdict verdict{.reason = "too few", .need = Need::more_trials};
  withhold(verdict, Polarity::lower_bound);
  EXPECT_EQ(verdict.need, Need::more_trials);
  EXPECT_EQ(verdict.reason, "too few");
}

}  // namespace
}  // namespace asymptest::polarity_rule_test
