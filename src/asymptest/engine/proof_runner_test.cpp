#include "asymptest/engine/proof_runner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/claim/code_fingerprint.hpp"
#include "asymptest/record/record_json.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::proof_runner_test {
namespace {

using testing::HasSubstr;

Proof example_proof() {
  return {.id = "proof/example",
          .title = "An example",
          .statement = "2x = x + x",
          .source = {"Nobody 2020", ""},
          .steps = {{.name = "doubling",
                     .statement = "2x = x + x",
                     .check =
                         [](Stream& random) {
                           const std::uint64_t x = random();
                           return 2 * x == x + x ? verified(std::to_string(x))
                                                 : failed("2x differs");
                         },
                     .planted = {{.name = "off-by-one", .error = "x = x + 1", .check = [](Stream&) {
                                    return failed("x differs");
                                  }}}}}};
}

constexpr FileFingerprint fingerprint_of_kept[] = {{"proofs_check/kept_proof.cpp", "11"}};
const RegisteredFingerprints registered_kept{fingerprint_of_kept};

class ProofRunnerTest : public testing::Test {
 protected:
  TemporaryFolder folder_;
  Store store_ = Store::open(folder_ / "store.sqlite");
  Proof proof_ = example_proof();
  std::vector<const Proof*> proofs_{&proof_};
};

TEST_F(ProofRunnerTest, KeepsWhatAProofCameTo) {
  EXPECT_EQ(stored_proofs(proofs_, 1, store_)[0].status, Status::unmeasured);
  const auto checked = check_proofs(proofs_, 1, 2, store_);
  EXPECT_EQ(checked[0].status, Status::expected);
  EXPECT_EQ(checked[0].status_reason,
            "1 step holds, verified exactly on instances, 1 planted error caught");
  EXPECT_EQ(to_json(stored_proofs(proofs_, 1, store_)[0]), to_json(checked[0]));
  EXPECT_EQ(stored_proofs(proofs_, 2, store_)[0].status, Status::unmeasured);
}

TEST_F(ProofRunnerTest, ChecksAgainOnlyWhereTheCodeIsNotKnownOrAsked) {
  int checks = 0;
  const ProofCheck check = proof_.steps[0].check;
  proof_.steps[0].check = [&checks, check](Stream& random) {
    ++checks;
    return check(random);
  };
  for (const int expected : {1, 2}) {
    check_proofs(proofs_, 1, 1, store_);
    EXPECT_EQ(checks, expected) << "it has no fingerprint";
  }
  proof_.id = "proof/kept-proof";
  const ProofRecord first = check_proofs(proofs_, 1, 1, store_)[0];
  const ProofRecord kept = check_proofs(proofs_, 1, 1, store_)[0];
  EXPECT_EQ(checks, 3);
  EXPECT_EQ(to_json(kept), to_json(first));
  check_proofs(proofs_, 2, 1, store_);
  EXPECT_EQ(checks, 4) << "another seed has other instances";
  check_proofs(proofs_, 1, 1, store_, true);
  EXPECT_EQ(checks, 5);
  std::string text = store_.proof(proof_.id, 1).value();
  store_.write_proof(proof_.id, 1, "another compiler" + text.substr(text.find('\n')));
  check_proofs(proofs_, 1, 1, store_);
  EXPECT_EQ(checks, 6) << "another compiler";
  proof_.steps[0].statement = "x + x = 2x";
  check_proofs(proofs_, 1, 1, store_);
  EXPECT_EQ(checks, 7) << "other words";
}

TEST_F(ProofRunnerTest, ChecksAgainWhatDidNotHold) {
  proof_.id = "proof/kept-proof";
  int checks = 0;
  proof_.steps[0].check = [&checks](Stream&) {
    ++checks;
    return failed("never");
  };
  check_proofs(proofs_, 1, 1, store_);
  check_proofs(proofs_, 1, 1, store_);
  EXPECT_EQ(checks, 2);
}

TEST_F(ProofRunnerTest, AnErrorThatIsNotCaughtIsNotAsDeclared) {
  proof_.steps[0].planted[0].check = [](Stream&) { return verified("anything"); };
  const ProofRecord record = check_proofs(proofs_, 1, 1, store_)[0];
  EXPECT_EQ(record.status, Status::unexpected);
  EXPECT_THAT(record.status_reason, HasSubstr("off-by-one"));
  EXPECT_TRUE(record.steps[0].holds);
  EXPECT_FALSE(record.steps[0].planted[0].caught);
}

TEST_F(ProofRunnerTest, IgnoresWhatWasCheckedInOtherWords) {
  check_proofs(proofs_, 1, 1, store_);
  proof_.steps[0].statement = "x = y";
  const ProofRecord record = stored_proofs(proofs_, 1, store_)[0];
  EXPECT_EQ(record.status, Status::unmeasured);
  EXPECT_THAT(record.status_reason, HasSubstr("other words"));
}

TEST_F(ProofRunnerTest, ATheoremIsNoBetterThanWhatItRestsOn) {
  std::vector<ProofRecord> chain{
      {.id = "proof/c", .uses = {"proof/b"}, .status = Status::expected},
      {.id = "proof/b", .uses = {"proof/a"}, .status = Status::expected},
      {.id = "proof/a", .status = Status::expected},
      {.id = "proof/d", .uses = {"proof/e"}, .status = Status::expected}};
  std::vector<ProofRecord> sound = chain;
  settle_uses(sound);
  for (const ProofRecord& record : sound) EXPECT_EQ(record.status, Status::expected) << record.id;
  std::vector<ProofRecord> broken = chain;
  broken[2].status = Status::unexpected;
  settle_uses(broken);
  EXPECT_EQ(broken[0].status, Status::unexpected);
  EXPECT_THAT(broken[0].status_reason, HasSubstr("rests on proof/b, which does not hold"));
  EXPECT_EQ(broken[3].status, Status::expected);
  chain[2].status = Status::unmeasured;
  settle_uses(chain);
  EXPECT_EQ(chain[1].status, Status::expected);
}

TEST_F(ProofRunnerTest, PassesOverWhatWasStoredInAnotherFormat) {
  store_.write_proof("proof/example", 1, R"({"id": "proof/example"})");
  EXPECT_EQ(stored_proofs(proofs_, 1, store_)[0].status, Status::unmeasured);
}

TEST_F(ProofRunnerTest, KeepsWhatTheProofUsesAndSupports) {
  proof_.uses = {"proof/lemma"};
  proof_.supports = {"topic/claim"};
  check_proofs(proofs_, 1, 1, store_);
  const ProofRecord record = stored_proofs(proofs_, 1, store_)[0];
  EXPECT_EQ(record.uses, proof_.uses);
  EXPECT_EQ(record.supports, proof_.supports);
  proof_.supports = {"topic/other"};
  EXPECT_EQ(stored_proofs(proofs_, 1, store_)[0].status, Status::unmeasured);
}

}  // namespace
}  // namespace asymptest::proof_runner_test
