#include "asymptest/engine/audit/audit.hpp"

#include <gtest/gtest.h>

#include "asymptest/engine/runner.hpp"
#include "asymptest/testing/example_claim.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::audit_test {
namespace {

class Audit : public testing::Test {
 protected:
  Audit() { claim_.sweep = Sweep{axis("n", "samples").geometric(1, 256)}; }

  std::vector<AuditedClaim> audited() {
    Store store = Store::open(folder_ / "store.sqlite");
    const std::vector<Subject> suite = subjects_of(claim_);
    run_suite(suite, options_, store);
    return audit(suite, options_, store);
  }

  TemporaryFolder folder_;
  Claim claim_ = example_claim();
  RunOptions options_;
};

TEST_F(Audit, AnExactRateNoticesTwoBandsAndItsBrokenHypothesis) {
  const auto claims = audited();
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_FALSE(claims[0].toothless());
  ASSERT_EQ(claims[0].predictions.size(), 4U);
  EXPECT_TRUE(claims[0].predictions.front().noticed);
  EXPECT_EQ(claims[0].predictions.front().outcome, Outcome::refuted);
  EXPECT_TRUE(claims[0].predictions.back().noticed);
  ASSERT_EQ(claims[0].hypotheses.size(), 1U);
  EXPECT_EQ(claims[0].hypotheses[0].change, "the sky is blue");
  EXPECT_TRUE(claims[0].hypotheses[0].noticed);
}

TEST_F(Audit, ABoundFarAwayWithoutAControlIsToothless) {
  claim_.controls.clear();
  claim_.predict = always_at_most(1000).within(0.5).because("nothing comes near it");
  const auto claims = audited();
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_TRUE(claims[0].toothless());
}

TEST_F(Audit, LeavesOutWhatIsNotSupportedAndErrata) {
  claim_.predict = theta({{"n", -2}}).within(0.1).because("wrong");
  EXPECT_TRUE(audited().empty());
  claim_.corrected_by = "topic/other";
  claim_.expect = near(-1, 0.1);
  EXPECT_TRUE(audited().empty());
}

TEST_F(Audit, CountsNoHypothesisForAControlThatBreaksNone) {
  claim_.controls[0].expect = {};
  claim_.controls[0].stopped_by = Polarity::lower_bound;
  claim_.controls[0].remark = "declared a bound";
  EXPECT_EQ(audited()[0].hypotheses.size(), 1U);
  claim_.controls[0].breaks = "";
  EXPECT_TRUE(audited()[0].hypotheses.empty());
}

TEST_F(Audit, OfNothingMeasuredIsEmpty) {
  const Store store = Store::open(folder_ / "empty.sqlite");
  EXPECT_TRUE(audit(subjects_of(claim_), options_, store).empty());
}

}  // namespace
}  // namespace asymptest::audit_test
