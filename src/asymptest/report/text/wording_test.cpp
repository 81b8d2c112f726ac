#include "asymptest/report/text/wording.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::wording_test {
namespace {

TEST(Wording, TheSentenceCountsWhatIsAsDeclaredAndWhatIsNot) {
  EXPECT_EQ(
      suite_sentence(example_record()),
      "8 claims and 3 of 6 controls came out as declared; 1 not as declared, 1 undecided, "
      "1 failed, 1 not measured. The chance that any verdict here is wrong is at most 1\u2009%. "
      "1 of 2 theorems hold, verified exactly on instances (0 of 6 steps in general).");
}

TEST(Wording, ASuiteAsDeclaredSaysSoInOneSentence) {
  Record record = example_record();
  record.claims.resize(1);
  record.claims[0].subjects.resize(2);
  record.proofs.clear();
  EXPECT_EQ(suite_sentence(record),
            "1 claim and 1 control came out as declared. "
            "The chance that any verdict here is wrong is at most 1\u2009%.");
}

TEST(Wording, NothingMeasuredIsNoSuccess) {
  EXPECT_EQ(suite_sentence(Record{}), "Nothing was measured.");
  Record record = example_record();
  record.claims.resize(1);
  for (SubjectRecord& subject : record.claims[0].subjects) subject.status = Status::unmeasured;
  for (ProofRecord& proof : record.proofs) proof.status = Status::unmeasured;
  EXPECT_EQ(suite_sentence(record), "Nothing was measured.");
  record.proofs[0].status = Status::expected;
  EXPECT_EQ(suite_sentence(record),
            "No claim was measured. 1 of 2 theorems hold, verified exactly on "
            "instances (0 of 6 steps in general), 1 not checked.");
}

TEST(Wording, HarmlessControlsGuardNoHypothesis) {
  EXPECT_THAT(unguarded_hypotheses(example_record().claims[0]),
              testing::ElementsAre("points are iid"));
}

TEST(Wording, TheReasonIsTheStatussBeforeTheVerdicts) {
  SubjectRecord subject;
  EXPECT_EQ(reason_of(subject), "Nothing was measured yet.");
  subject.failures = {{"m=8", 3, "measured NaN"}};
  EXPECT_EQ(reason_of(subject), "measured NaN");
  subject.verdict.reason = "inside the band";
  EXPECT_EQ(reason_of(subject), "inside the band");
  subject.status_reason = "must be refuted";
  EXPECT_EQ(reason_of(subject), "must be refuted");
}

TEST(Wording, TheoremsAreCountedByWhatIsShownOfThem) {
  Record record;
  record.proofs.resize(2);
  record.proofs[0].status = Status::expected;
  record.proofs[0].steps = {{.name = "a", .holds = true, .general = true}};
  record.proofs[1].steps = {{.name = "b", .holds = true}};
  EXPECT_EQ(suite_sentence(record),
            "1 of 2 theorems hold, proved in general (1 of 2 steps in general), 1 not checked.");
  record.proofs[1].status = Status::expected;
  EXPECT_EQ(proofs_sentence(record),
            "2 of 2 theorems hold, 1 proved in general and 1 verified exactly on instances (1 of 2 "
            "steps in general).");
  record.proofs[0].status = Status::unexpected;
  EXPECT_EQ(proofs_sentence(record),
            "1 of 2 theorems hold, verified exactly on instances (1 of 2 steps in general).");
  EXPECT_EQ(proofs_sentence(Record{}), "");
  for (ProofRecord& proof : record.proofs) proof.status = Status::unmeasured;
  EXPECT_EQ(proofs_sentence(record), "No theorem was checked.");
}

TEST(Wording, ATheoremIsProvedOnlyIfEachStepIsInGeneral) {
  ProofRecord proof{
      .steps = {{.name = "a", .holds = true, .general = true}, {.name = "b", .holds = true}}};
  EXPECT_EQ(proof_word(proof), "not checked");
  proof.status = Status::expected;
  EXPECT_EQ(proof_word(proof), "verified on instances");
  EXPECT_EQ(step_word(proof, proof.steps[0]), "proved");
  proof.steps[1].general = true;
  EXPECT_EQ(proof_word(proof), "proved");
  proof.status = Status::unexpected;
  EXPECT_EQ(proof_word(proof), "does not hold");
}

TEST(Wording, AQuotationNamesTheClaimItsNumbersAndTheChanceOfError) {
  const Record record = example_record();
  const ClaimRecord& claim = record.claims[0];
  const std::string text = quotation(record, claim, claim.subjects[0]);
  for (const char* part : {claim.id.c_str(), "supported", "exponent of N", "seed 20201121"}) {
    EXPECT_THAT(text, testing::HasSubstr(part));
  }
}

TEST(Wording, TheRegionDecidesWhereThereIsOne) {
  Estimate e{.lower = -1, .upper = 1};
  EXPECT_EQ(deciding_interval(e).lower, -1);
  e.region_lower = -0.5;
  e.region_upper = 0.25;
  EXPECT_EQ(deciding_interval(e).lower, -0.5);
  EXPECT_EQ(deciding_interval(e).upper, 0.25);
}

TEST(Wording, RivalsAreExponentsWithTheirNames) {
  EXPECT_EQ(rivals_text({.rivals = {{-0.25, "half the rate"}, {0, ""}}}),
            "−1/4 (half the rate); 0");
}

TEST(Wording, ASentenceHasACapitalAndAFullStop) {
  EXPECT_EQ(sentence("the exponent is 1, within [0, 2]"), "The exponent is 1, within [0, 2].");
  EXPECT_EQ(sentence("λ is 1."), "λ is 1.");
  EXPECT_EQ(sentence("as N -> infinity, a is -0.5 [-0.6, -0.4]; use --fresh at 1e-3"),
            "As N → ∞, a is −0.5 [−0.6, −0.4]; use --fresh at 1e-3.");
  EXPECT_EQ(sentence(""), "");
}

TEST(Wording, EveryStatusHasItsOwnMark) {
  std::set<std::string_view> marks;
  for (const Status status : {Status::expected, Status::unexpected, Status::undecided,
                              Status::failed, Status::unmeasured}) {
    marks.insert(look_of(status).mark);
  }
  EXPECT_EQ(marks.size(), 5U);
}

TEST(Wording, SaysThatAClaimWasWrittenDownBeforeItWasMeasured) {
  ClaimRecord claim;
  EXPECT_EQ(registration_text(claim), "");
  claim.registered_at = "2026-11-29T20:45:00Z";
  EXPECT_EQ(registration_text(claim), "2026-11-29T20:45:00Z, first trial none yet");
  claim.first_trial_at = "2026-11-29T20:45:02Z";
  claim.earlier_definitions = 2;
  EXPECT_EQ(registration_text(claim),
            "2026-11-29T20:45:00Z, first trial 2026-11-29T20:45:02Z, after 2 other "
            "definitions");
}

TEST(Wording, PutsSignsInPlaceOfWhatStandsForThem) {
  EXPECT_EQ(with_signs("exponent of m in [-0.25, 0.25]"), "exponent of m in [−0.25, 0.25]");
  EXPECT_EQ(with_signs("always >= 0 <= 1"), "always ≥ 0 ≤ 1");
  EXPECT_EQ(with_signs("a correction m^-0.3 as m -> infinity"), "a correction m^−0.3 as m → ∞");
  EXPECT_EQ(with_signs("quasi-norm, 3-5, `theta N^-0.5 -> 0`"),
            "quasi-norm, 3-5, `theta N^-0.5 -> 0`");
}

}  // namespace
}  // namespace asymptest::report::wording_test
