#include "asymptest/claim/proof.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "asymptest/claim/registry.hpp"

namespace asymptest::proof_test {
namespace {

using ::testing::HasSubstr;

ProofResult holds(Stream& random) {
  (void)random;
  return verified("one instance");
}

ProofResult fails(Stream& random) {
  (void)random;
  return failed("instance 3");
}

ProofResult stops(Stream& random) {
  (void)random;
  throw std::runtime_error("division by zero");
}

Proof two_steps() {
  return {.id = "proof/two-steps",
          .title = "Two steps",
          .statement = "1 = 1",
          .source = {.citation = "ours"},
          .steps = {{.name = "first",
                     .statement = "1 = 1",
                     .check = holds,
                     .planted = {{"off-by-one", "2 in place of 1", fails}}},
                    {.name = "second", .statement = "2 = 2", .uses = {"first"}, .check = holds}}};
}

void expect_refused(const Proof& proof, const std::string& problem) {
  try {
    validate(proof);
    ADD_FAILURE() << "accepted, expected: " << problem;
  } catch (const std::invalid_argument& error) {
    EXPECT_THAT(error.what(), HasSubstr("proof '" + proof.id + "'"));
    EXPECT_THAT(error.what(), HasSubstr(problem));
  }
}

TEST(RunProof, HoldsWhenEachStepIsProvedAndEachPlantedErrorIsCaught) {
  const ProofReport report = run_proof(two_steps(), 1);
  EXPECT_TRUE(report.holds());
  EXPECT_EQ(report.summary(),
            "2 steps hold, verified exactly on instances, 1 planted error caught");
}

TEST(RunProof, FailsWhenAPlantedErrorIsNotCaught) {
  Proof proof = two_steps();
  proof.steps[0].planted[0].check = holds;
  const ProofReport report = run_proof(proof, 1);
  EXPECT_FALSE(report.holds());
  EXPECT_THAT(report.summary(), HasSubstr("'off-by-one' is not caught"));
}

TEST(RunProof, ProvesNothingThatRestsOnAnUnprovedStep) {
  Proof proof = two_steps();
  proof.steps[0].check = fails;
  const ProofReport report = run_proof(proof, 1);
  EXPECT_FALSE(report.steps[1].result.holds);
  EXPECT_THAT(report.steps[1].result.message, HasSubstr("rests on 'first'"));
  EXPECT_THAT(report.summary(), HasSubstr("step 'first' does not hold: instance 3"));
}

TEST(RunProof, TakesACheckThatThrowsAsUnproved) {
  Proof proof = two_steps();
  proof.steps[1].check = stops;
  const ProofReport report = run_proof(proof, 1);
  EXPECT_FALSE(report.holds());
  EXPECT_THAT(report.summary(), HasSubstr("division by zero"));
}

TEST(RunProof, DoesNotTakeACrashForACaughtError) {
  Proof proof = two_steps();
  proof.steps[0].planted[0].check = stops;
  const ProofReport report = run_proof(proof, 1);
  EXPECT_FALSE(report.steps[0].planted[0].caught);
  EXPECT_FALSE(report.holds());
}

TEST(RunProof, GivesAPlantedErrorTheInstancesOfItsStep) {
  std::vector<std::uint64_t> drawn;
  const auto draw = [&drawn](Stream& random) {
    drawn.push_back(random());
    return verified("a number");
  };
  Proof proof = two_steps();
  proof.steps[0].check = draw;
  proof.steps[0].planted[0].check = draw;
  proof.steps[1].check = draw;
  run_proof(proof, 7);
  ASSERT_EQ(drawn.size(), 3U);
  EXPECT_EQ(drawn[0], drawn[1]);
  EXPECT_NE(drawn[0], drawn[2]);
  run_proof(proof, 8);
  EXPECT_NE(drawn[0], drawn[3]) << "the suite seed must change the instances";
}

TEST(ProofReport, HoldsNothingWithoutSteps) {
  EXPECT_FALSE(ProofReport{}.holds());
  EXPECT_EQ(ProofReport{}.summary(), "no step was checked");
}

TEST(ValidateProof, AcceptsAWholeProof) { EXPECT_NO_THROW(validate(two_steps())); }

TEST(ValidateProof, NamesWhatIsMissing) {
  Proof proof = two_steps();
  proof.id = "Two Steps";
  expect_refused(proof, "its id is not of the form");
  proof = two_steps();
  proof.title.clear();
  expect_refused(proof, "it has no title");
  proof = two_steps();
  proof.statement.clear();
  expect_refused(proof, "it has no statement");
  proof = two_steps();
  proof.source.citation.clear();
  expect_refused(proof, "it has no source");
  proof = two_steps();
  proof.steps.clear();
  expect_refused(proof, "it has no steps");
}

TEST(ValidateProof, NamesTheStepThatIsNotWhole) {
  Proof proof = two_steps();
  proof.steps[1].check = nullptr;
  expect_refused(proof, "step 'second' has no check");
  proof = two_steps();
  proof.steps[1].name = "first";
  expect_refused(proof, "step 'first' is declared twice");
  proof = two_steps();
  proof.steps[0].uses = {"second"};
  expect_refused(proof, "step 'first' uses 'second', which is no earlier step");
  proof = two_steps();
  proof.steps[0].planted.clear();
  expect_refused(proof, "no step has a planted error");
  proof = two_steps();
  proof.steps[0].planted[0].check = nullptr;
  expect_refused(proof, "planted error 'off-by-one' has no check");
  proof = two_steps();
  proof.steps[0].planted[0].name = "Off by one";
  expect_refused(proof, "planted error name 'Off by one'");
}

TEST(ProofRegistry, ListsProofsByIdAndRefusesATakenOne) {
  ProofRegistry proofs;
  Proof later = two_steps();
  later.id = "proof/zeta";
  proofs.add(later);
  proofs.add(two_steps());
  ASSERT_EQ(proofs.proofs().size(), 2U);
  EXPECT_EQ(proofs.proofs()[0]->id, "proof/two-steps");
  EXPECT_EQ(proofs.find("proof/zeta")->title, "Two steps");
  EXPECT_EQ(proofs.find("proof/none"), nullptr);
  EXPECT_THROW(proofs.add(two_steps()), std::invalid_argument);
}

TEST(RegisteredProof, KeepsARefusedProofAsAMessage) {
  const std::size_t before = registration_errors().size();
  const RegisteredProof nameless{Proof{}};
  ASSERT_EQ(registration_errors().size(), before + 1);
  EXPECT_THAT(registration_errors().back(), HasSubstr("its id"));
}

TEST(ProofLinks, ThatLeadNowhereAreNamed) {
  ProofRegistry proofs;
  Proof proof = two_steps();
  proof.uses = {"proof/lemma"};
  proof.supports = {"topic/claim"};
  proofs.add(proof);
  const auto problems = unknown_links(proofs, Registry{});
  EXPECT_THAT(problems, ::testing::ElementsAre(HasSubstr("uses 'proof/lemma', which is no proof"),
                                               HasSubstr("supports 'topic/claim', which is no")));
  Proof lemma = two_steps();
  lemma.id = "proof/lemma";
  proofs.add(lemma);
  EXPECT_EQ(unknown_links(proofs, Registry{}).size(), 1U);
}

TEST(ProofLinks, ToItselfOrToNoIdAreRefused) {
  Proof proof = two_steps();
  proof.uses = {proof.id};
  expect_refused(proof, "'proof/two-steps'");
  proof.uses = {};
  proof.supports = {"No Id"};
  expect_refused(proof, "'No Id'");
}

}  // namespace
}  // namespace asymptest::proof_test
