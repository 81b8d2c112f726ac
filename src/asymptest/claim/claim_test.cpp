#include "asymptest/claim/claim.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "asymptest/claim/registry.hpp"

namespace asymptest::claim_test {
namespace {

using testing::HasSubstr;

Claim example() {
  return {
      .id = "topic/example",
      .title = "An example",
      .statement = "Q = \\Theta(n^{-1})",
      .source = {"Nobody 2020", "section 1"},
      .assumes = {"the sky is blue"},
      .sweep = {axis("n", "samples").geometric(1, 8)},
      .measure = {"a number", Polarity::exact,
                  [](const Point& at, Stream&) { return 1 / at["n"]; }},
      .predict = theta({{"n", -1}}).within(0.1).because("it is an example"),
      .controls = {{.name = "red-sky",
                    .breaks = "the sky is blue",
                    .expect = near(0, 0.1).because("it is 1 at any n"),
                    .trial = [](const Point&, Stream&) { return 1.0; }}},
  };
}

TEST(Polarity, NamesReadBack) {
  for (const Polarity one : {Polarity::exact, Polarity::lower_bound, Polarity::upper_bound}) {
    EXPECT_EQ(parse_polarity(name_of(one)), one);
  }
  EXPECT_THAT([] { name_of(static_cast<Polarity>(3)); },
              testing::ThrowsMessage<std::invalid_argument>(HasSubstr("polarity is 3")));
  EXPECT_THAT([] { parse_polarity("both"); },
              testing::ThrowsMessage<std::invalid_argument>(HasSubstr("polarity 'both'")));
}

std::string problem_with(const Claim& claim) {
  try {
    validate(claim);
  } catch (const std::invalid_argument& problem) {
    return problem.what();
  }
  return "";
}

TEST(Claim, IsNamedAfterItsFileOnTheCommandLine) {
  Claim claim = example();
  EXPECT_EQ(subjects_of(claim)[1].words(), "topic/example:red-sky");
  claim.file = "mine/width.toml";
  EXPECT_EQ(subjects_of(claim)[0].words(), "mine/width.toml topic/example");
  claim.file = "my claims/width.toml";
  EXPECT_EQ(subjects_of(claim)[0].words(), "'my claims/width.toml' topic/example");
}

TEST(Claim, TheDigestCoversTheFingerprintOfEachSubject) {
  const Claim claim = example();
  Claim other = claim;
  other.fingerprint = "1";
  EXPECT_NE(subjects_of(other)[0].digest(), subjects_of(claim)[0].digest());
  EXPECT_EQ(subjects_of(other)[1].digest(), subjects_of(claim)[1].digest());
  other.controls[0].fingerprint = "2";
  EXPECT_NE(subjects_of(other)[1].digest(), subjects_of(claim)[1].digest());
}

TEST(Claim, ControlInheritsWhatItDoesNotState) {
  const Claim claim = example();
  const auto subjects = subjects_of(claim);
  ASSERT_EQ(subjects.size(), 2U);
  EXPECT_EQ(subjects[1].name(), "topic/example:red-sky");
  EXPECT_EQ(&subjects[1].sweep(), &claim.sweep);
  EXPECT_TRUE(subjects[0].must_be_supported());
  EXPECT_FALSE(subjects[1].must_be_supported());
}

TEST(Claim, ControlThatBreaksAHypothesisInheritsNoCorrection) {
  Claim claim = example();
  claim.predict.corrected_by(1, "an expansion that supposes them all");
  Control& control = claim.controls[0];
  const auto predicted = [&] { return subjects_of(claim)[1].predict().describe(); };
  EXPECT_EQ(predicted(), example().predict.describe());
  control.harmless = true;
  EXPECT_EQ(predicted(), claim.predict.describe());
  control.harmless = false;
  control.correction = Correction{2, "another expansion"};
  EXPECT_THAT(predicted(), HasSubstr("correction x^-2"));
  control.correction = Correction{2, ""};
  EXPECT_THAT(problem_with(claim), HasSubstr("control 'red-sky' has no source"));
  control.predict = theta({{"n", -1}}).within(0.1);
  EXPECT_THAT(problem_with(claim), HasSubstr("expected the correction within the prediction"));
  control.correction.reset();
  control.predict = theta({{"n", -1}}).within(0.1).corrected_by(2, "another expansion");
  EXPECT_EQ(predicted(), control.predict->describe());
}

TEST(Claim, DigestChangesWithTheDefinition) {
  const Claim claim = example();
  Claim other = example();
  EXPECT_EQ(subjects_of(claim)[0].digest(), subjects_of(other)[0].digest());
  other.revision = 2;
  EXPECT_NE(subjects_of(claim)[0].digest(), subjects_of(other)[0].digest());
  other = example();
  other.predict.within(0.2);
  EXPECT_NE(subjects_of(claim)[0].digest(), subjects_of(other)[0].digest());
}

TEST(Claim, ValidationNamesWhatIsMissing) {
  EXPECT_EQ(problem_with(example()), "");
  Claim claim = example();
  claim.id = "Example";
  EXPECT_THAT(problem_with(claim), HasSubstr("topic/name"));
  claim = example();
  claim.predict = theta({{"n", -1}}).within(0.1);
  EXPECT_THAT(problem_with(claim), HasSubstr("because"));
  claim = example();
  claim.controls[0].breaks = "the grass is green";
  EXPECT_THAT(problem_with(claim), HasSubstr("not among its hypotheses"));
  claim = example();
  claim.controls.push_back(claim.controls[0]);
  EXPECT_THAT(problem_with(claim), HasSubstr("twice"));
  claim = example();
  claim.sweep = {axis("bare", "samples")};
  EXPECT_THAT(problem_with(claim), HasSubstr("its sweep: axis 'bare' has no sizes"));
  claim = example();
  claim.controls[0].sweep =
      Sweep({axis("n", "").listed({1, 2})}, [](const Point&) { return false; });
  EXPECT_THAT(problem_with(claim), HasSubstr("the sweep of control"));
  EXPECT_THAT(problem_with(claim), HasSubstr("is empty"));
}

TEST(Claim, AnExpectationNeedsAReason) {
  Claim claim = example();
  claim.controls[0].expect = near(0, 0.1);
  EXPECT_EQ(problem_with(claim),
            "claim 'topic/example': control 'red-sky' has no reason for what it must show "
            "(because, or a remark)");
  claim.controls[0].remark = "it is 1 at any n";
  EXPECT_EQ(problem_with(claim), "");
  EXPECT_EQ(subjects_of(claim)[1].reason_of_expectation(), "it is 1 at any n");
  claim.corrected_by = "topic/other";
  claim.expect = near(0, 0.1);
  EXPECT_THAT(problem_with(claim), HasSubstr("claim 'topic/example': has no reason"));
}

TEST(Claim, AnExpectationHoldsNoRivalThatTheClaimNames) {
  Claim claim = example();
  claim.predict.rival(-0.5, "the root");
  claim.controls[0].expect = near(0, 0.6).because("it is a test");
  const std::string refused =
      "control 'red-sky' must show a value in [-0.6, 0.6], which holds the "
      "rival -0.5 (the root)";
  EXPECT_THAT(problem_with(claim), HasSubstr(refused));
  claim.controls[0].predict = at_most({{"n", -1}}).within(0.1).because("it names no rival");
  EXPECT_THAT(problem_with(claim), HasSubstr(refused));
  claim.controls[0].predict = at_most({{"n", -2}}).within(0.1).because("rivals of another law");
  EXPECT_EQ(problem_with(claim), "");
}

TEST(Claim, AControlMayBeDeclaredABoundOfTheTruth) {
  Claim claim = example();
  claim.controls[0].stopped_by = Polarity::lower_bound;
  EXPECT_THAT(problem_with(claim), HasSubstr("control 'red-sky' is stopped by its polarity"));
  claim.controls[0].expect = {};
  EXPECT_THAT(problem_with(claim), HasSubstr("has no reason"));
  claim.controls[0].remark = "a sampled supremum";
  EXPECT_EQ(problem_with(claim), "");
  const auto subjects = subjects_of(claim);
  EXPECT_EQ(subjects[0].polarity(), Polarity::exact);
  EXPECT_EQ(subjects[1].polarity(), Polarity::lower_bound);
  EXPECT_TRUE(subjects[1].must_be_withheld());
  EXPECT_NE(subjects[1].digest(), subjects_of(example())[1].digest());
  claim.controls[0].stopped_by = Polarity::exact;
  EXPECT_THAT(problem_with(claim), HasSubstr("'red-sky' is stopped by an exact measurement"));
}

TEST(Claim, OnlyAControlThatIsStoppedByItsPolarityNeedBreakNoHypothesis) {
  Claim claim = example();
  claim.controls[0].breaks = "";
  EXPECT_THAT(problem_with(claim), HasSubstr("breaks '', which is not among its hypotheses"));
  claim.controls[0].expect = {};
  claim.controls[0].stopped_by = Polarity::upper_bound;
  claim.controls[0].remark = "a product of norms";
  EXPECT_EQ(problem_with(claim), "");
  claim.controls[0].breaks = "the grass is green";
  EXPECT_THAT(problem_with(claim), HasSubstr("not among its hypotheses"));
}

TEST(Registry, SortsItsClaimsAndRefusesATakenId) {
  Registry registry;
  registry.add(example());
  Claim earlier = example();
  earlier.id = "a/b";
  registry.add(earlier);
  EXPECT_EQ(registry.claims()[0]->id, "a/b");
  EXPECT_EQ(registry.subjects().size(), 4U);
  EXPECT_NE(registry.find("topic/example"), nullptr);
  EXPECT_EQ(registry.find("topic/other"), nullptr);
  EXPECT_THROW(registry.add(example()), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::claim_test
