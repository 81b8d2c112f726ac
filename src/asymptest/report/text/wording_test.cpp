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
      "8 claims and 3 of 7 controls came out as declared; 1 not as declared, 1 undecided, "
      "1 failed, 1 not measured. The chance that any verdict here is wrong is at most 1\u2009%. "
      "1 of 2 proofs hold.");
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
  EXPECT_EQ(suite_sentence(record), "No claim was measured. 1 of 2 proofs hold, 1 not checked.");
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

TEST(Wording, ProofsAreCountedAfterTheVerdicts) {
  Record record;
  record.proofs.resize(2);
  record.proofs[0].status = Status::expected;
  EXPECT_EQ(suite_sentence(record), "1 of 2 proofs hold, 1 not checked.");
  record.proofs[1].status = Status::unexpected;
  EXPECT_EQ(suite_sentence(record), "1 of 2 proofs hold.");
  record.proofs[1].status = Status::expected;
  EXPECT_EQ(proofs_sentence(record), "2 proofs hold.");
  EXPECT_EQ(proofs_sentence(Record{}), "");
}

TEST(Wording, ASentenceHasACapitalAndAFullStop) {
  EXPECT_EQ(sentence("the exponent is 1, within [0, 2]"), "The exponent is 1, within [0, 2].");
  EXPECT_EQ(sentence("λ is 1."), "λ is 1.");
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

}  // namespace
}  // namespace asymptest::report::wording_test
