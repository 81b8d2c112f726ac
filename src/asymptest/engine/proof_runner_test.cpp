#include "asymptest/engine/proof_runner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
