#include "asymptest/inference/follows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace asymptest::follows_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// 3 h², which is no trial's luck.
std::vector<PointTrials> squares() {
  std::map<double, std::vector<double>> errors;
  for (double h = 0.5; h > 0.002; h /= 2) errors[h] = {3 * h * h};
  return trials_on("h", errors);
}

Prediction power(double exponent) {
  return theta({{"h", exponent}}).within(0.1).towards(Towards::zero);
}

std::string explanation_of(const VerdictMatcher& matcher, const std::vector<PointTrials>& trials) {
  testing::StringMatchResultListener listener;
  testing::ExplainMatchResult(matcher, trials, &listener);
  return listener.str();
}

TEST(Follows, MatchesTrialsThatSupportThePrediction) {
  EXPECT_THAT(squares(), Follows(power(2)));
  EXPECT_THAT(squares(), Not(Follows(power(1))));
}

TEST(Refute, MatchesTrialsThatRefuteIt) {
  EXPECT_THAT(squares(), Refute(power(1)));
  EXPECT_THAT(squares(), Not(Refute(power(2))));
}

TEST(Follows, TakesThePolarity) {
  // A lower bound of the truth can't show that the truth is small.
  EXPECT_THAT(squares(), Not(Follows(power(2), Polarity::lower_bound)));
}

TEST(Follows, FailsWithTheVerdictsReason) {
  const Verdict verdict = decide(power(1), squares());
  ASSERT_EQ(verdict.outcome, Outcome::refuted);
  EXPECT_EQ(explanation_of(Follows(power(1)), squares()), "refuted: " + verdict.reason);
  EXPECT_NONFATAL_FAILURE(EXPECT_THAT(squares(), Follows(power(1))), verdict.reason.c_str());
  EXPECT_NONFATAL_FAILURE(EXPECT_THAT(squares(), Follows(power(1))),
                          ("follow " + power(1).describe()).c_str());
  EXPECT_NONFATAL_FAILURE(EXPECT_THAT(squares(), Follows(power(1))), "{h=0.5: 0.75}");
}

TEST(Follows, MatchesNothingThatCantBeJudged) {
  std::vector<PointTrials> trials = squares();
  trials.front().values = {std::numeric_limits<double>::quiet_NaN()};
  for (const auto& matcher : {Follows(power(2)), Refute(power(2))}) {
    EXPECT_FALSE(testing::Value(trials, matcher));
    EXPECT_THAT(explanation_of(matcher, trials),
                AllOf(HasSubstr("can't be judged"), HasSubstr("nan")));
  }
}

TEST(Follows, ShowsFewValuesOfMany) {
  EXPECT_EQ(testing::PrintToString(PointTrials{Point{{"n", 8}}, std::vector<double>(10, 1.5)}),
            "{n=8: 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, … 10 values}");
}

}  // namespace
}  // namespace asymptest::follows_test
