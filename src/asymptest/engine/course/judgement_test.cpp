#include "asymptest/engine/course/judgement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/testing/example_claim.hpp"

namespace asymptest::judgement_test {
namespace {

using testing::HasSubstr;

class JudgementTest : public testing::Test {
 protected:
  Claim claim_ = example_claim();
  Judgement of_claim(const Verdict& verdict) { return judge(subjects_of(claim_)[0], verdict); }
  Judgement of_control(const Verdict& verdict) { return judge(subjects_of(claim_)[1], verdict); }
};

TEST_F(JudgementTest, AClaimMustBeSupported) {
  EXPECT_EQ(of_claim(verdict_of(Outcome::supported, -1, 0.01)).status, Status::expected);
  EXPECT_EQ(of_claim(verdict_of(Outcome::refuted, 0, 0.01)).status, Status::unexpected);
  EXPECT_EQ(of_claim(verdict_of(Outcome::inconclusive, -1, 1)).status, Status::undecided);
}

TEST_F(JudgementTest, AControlMustBeRefutedForItsDeclaredReason) {
  EXPECT_EQ(of_control(verdict_of(Outcome::refuted, 0, 0.05)).status, Status::expected);
  const Judgement other = of_control(verdict_of(Outcome::refuted, 0.5, 0.05));
  EXPECT_EQ(other.status, Status::unexpected);
  EXPECT_THAT(other.reason, HasSubstr("not for the declared reason, exponent of n in [-0.1, 0.1]"));
  EXPECT_THAT(other.reason, HasSubstr("[0.45, 0.55]"));
  EXPECT_EQ(of_control(verdict_of(Outcome::supported, -1, 0.01)).status, Status::unexpected);
}

TEST_F(JudgementTest, AnIntervalAcrossTheEdgeOfTheExpectationIsUndecided) {
  const Judgement straddling = of_control(verdict_of(Outcome::refuted, 0, 0.2));
  EXPECT_EQ(straddling.status, Status::undecided);
  EXPECT_THAT(straddling.reason, HasSubstr("is not decided"));
}

TEST_F(JudgementTest, ExpectationNamesItsFactor) {
  claim_.controls[0].expect = near(0, 0.1, "d");
  Verdict verdict = verdict_of(Outcome::refuted, 0, 0.05);
  EXPECT_EQ(of_control(verdict).status, Status::failed);
  verdict.estimates.push_back({.name = "d", .estimate = 1, .lower = 0.9, .upper = 1.1});
  EXPECT_EQ(of_control(verdict).status, Status::unexpected);
  verdict.estimates[1] = {.name = "d", .estimate = 0, .lower = -0.1, .upper = 0.1};
  EXPECT_EQ(of_control(verdict).status, Status::expected);
}

TEST_F(JudgementTest, AHarmlessControlMustBeSupported) {
  claim_.controls[0].harmless = true;
  EXPECT_EQ(of_control(verdict_of(Outcome::supported, -1, 0.01)).status, Status::expected);
  EXPECT_EQ(of_control(verdict_of(Outcome::refuted, 0, 0.01)).status, Status::unexpected);
}

TEST_F(JudgementTest, ABoundFromTheWrongSideMustBeStopped) {
  claim_.controls[0].expect = {};
  claim_.controls[0].stopped_by = Polarity::lower_bound;
  EXPECT_EQ(describe_expectation(subjects_of(claim_)[1]),
            "no verdict, since it is a lower bound of the truth");
  EXPECT_EQ(of_control(verdict_of(Outcome::inconclusive, 0, 0.1)).status, Status::expected);
  EXPECT_EQ(of_control(verdict_of(Outcome::inconclusive, 0, 0.1, Need::more_trials)).status,
            Status::undecided);
  const Judgement passed = of_control(verdict_of(Outcome::refuted, 0, 0.1));
  EXPECT_EQ(passed.status, Status::unexpected);
  EXPECT_THAT(passed.reason, HasSubstr("its polarity must stop the verdict"));
}

TEST_F(JudgementTest, AnErratumMustBeRefutedAsItSays) {
  claim_.corrected_by = "topic/other";
  claim_.expect = above(-0.5);
  EXPECT_EQ(of_claim(verdict_of(Outcome::refuted, 0, 0.1)).status, Status::expected);
  EXPECT_EQ(of_claim(verdict_of(Outcome::refuted, -2, 0.1)).status, Status::unexpected);
  EXPECT_EQ(of_claim(verdict_of(Outcome::supported, -1, 0.1)).status, Status::unexpected);
}

TEST_F(JudgementTest, ExpectationReadsAsASentence) {
  EXPECT_EQ(describe_expectation(subjects_of(claim_)[0]), "");
  EXPECT_EQ(describe_expectation(subjects_of(claim_)[1]), "exponent of n in [-0.1, 0.1]");
  claim_.controls[0].expect = above(0.5);
  claim_.controls[0].predict = always_at_least(0).within(0.01);
  EXPECT_EQ(describe_expectation(subjects_of(claim_)[1]), "chance of a violation above 0.5");
}

}  // namespace
}  // namespace asymptest::judgement_test
