#include "asymptest/report/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::compare_test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class Compare : public testing::Test {
 protected:
  /// The only change, which must be of this kind.
  std::string only_change(Change::Kind kind) const {
    const auto changes = compare(older, newer);
    EXPECT_EQ(changes.size(), 1U);
    if (changes.empty()) return "";
    EXPECT_EQ(name_of(changes[0].kind), name_of(kind));
    return changes[0].subject + " " + changes[0].what;
  }

  SubjectRecord& subject() { return newer.claims[0].subjects[0]; }
  Estimate& estimate() { return subject().verdict.estimates[0]; }

  Record older = example_record();
  Record newer = example_record();
};

TEST_F(Compare, FindsNothingBetweenARecordAndItself) {
  EXPECT_THAT(compare(older, newer), IsEmpty());
}

TEST_F(Compare, IgnoresTimesSeedsAndTrials) {
  newer.provenance.seed = 7;
  newer.provenance.measured_at = "2027-01-01T00:00:00Z";
  subject().seconds *= 2;
  subject().trials *= 2;
  EXPECT_THAT(compare(older, newer), IsEmpty());
}

TEST_F(Compare, ShowsAnotherVerdict) {
  subject().verdict.outcome = Outcome::refuted;
  subject().status = Status::unexpected;
  EXPECT_THAT(
      only_change(Change::Kind::verdict),
      HasSubstr("covering/covering-mean-torus-3 from supported, as declared to refuted, not as "
                "declared"));
}

TEST_F(Compare, TakesIntervalsThatShareAnEstimateForNoDrift) {
  estimate().estimate = older.claims[0].subjects[0].verdict.estimates[0].upper - 1e-6;
  estimate().lower = estimate().estimate - 0.001;
  estimate().upper = estimate().estimate + 0.001;
  EXPECT_THAT(compare(older, newer), IsEmpty());
}

TEST_F(Compare, ShowsAnEstimateThatDrifted) {
  estimate().estimate -= 0.02;
  estimate().lower -= 0.02;
  estimate().upper -= 0.02;
  EXPECT_THAT(only_change(Change::Kind::drift), HasSubstr("N: from −0.333 ["));
}

TEST_F(Compare, ShowsABandThatGrewOnOneSideOnly) {
  estimate().band_upper += 0.01;
  EXPECT_THAT(only_change(Change::Kind::loosened), HasSubstr("N: from ["));
}

TEST_F(Compare, TakesATighterBandForNoLoosening) {
  estimate().band_upper -= 0.01;
  newer.claims[0].band -= 0.01;
  EXPECT_THAT(compare(older, newer), IsEmpty());
}

TEST_F(Compare, ShowsADeclaredBandThatGrewWithoutAnEstimate) {
  newer.claims[0].band = 0.05;
  EXPECT_THAT(only_change(Change::Kind::loosened), HasSubstr("band: from 0.03 to 0.05"));
}

TEST_F(Compare, ShowsALooserLevelOfTheSuite) {
  newer.alpha = 0.05;
  EXPECT_THAT(only_change(Change::Kind::loosened), HasSubstr("from 1\u2009% to 5\u2009%"));
}

TEST_F(Compare, ShowsAnotherExpectation) {
  newer.claims[0].subjects[1].expectation = "exponent of N below 0";
  EXPECT_THAT(only_change(Change::Kind::declaration), HasSubstr("must show: from"));
}

TEST_F(Compare, ShowsAProofThatNoLongerHolds) {
  newer.proofs[0].status = Status::unexpected;
  newer.proofs[0].status_reason = "a step is not proved";
  EXPECT_THAT(only_change(Change::Kind::verdict),
              HasSubstr("proof/example from as declared to not as declared: a step is not"));
}

TEST_F(Compare, ShowsWhatIsNewAndWhatIsGone) {
  newer.claims[0].subjects.pop_back();
  EXPECT_THAT(only_change(Change::Kind::removed),
              HasSubstr("covering/covering-mean-torus-3:scaled was"));
  std::swap(older, newer);
  EXPECT_THAT(only_change(Change::Kind::added),
              HasSubstr("covering/covering-mean-torus-3:scaled supported"));
}

}  // namespace
}  // namespace asymptest::report::compare_test
