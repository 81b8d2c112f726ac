#include <gtest/gtest.h>

#include "asymptest/claim/proof.hpp"
#include "asymptest/claim/registry.hpp"

namespace asymptest::proofs_test {
namespace {

/// A proof must hold on the instances of any suite seed.
constexpr std::uint64_t seeds[] = {1, 2, 3};

TEST(Proofs, AreAllRegistered) {
  for (const std::string& problem : registration_errors()) ADD_FAILURE() << problem;
  EXPECT_GE(proof_registry().proofs().size(), 3U);
}

TEST(Proofs, HaveAPlantedErrorInEveryStep) {
  for (const Proof* proof : proof_registry().proofs()) {
    for (const ProofStep& step : proof->steps) {
      EXPECT_FALSE(step.planted.empty()) << proof->id << ", step " << step.name;
    }
  }
}

TEST(Proofs, HoldOnTheInstancesOfAnySeed) {
  for (const Proof* proof : proof_registry().proofs()) {
    for (const std::uint64_t seed : seeds) {
      const ProofReport report = run_proof(*proof, seed);
      EXPECT_TRUE(report.holds()) << proof->id << ", seed " << seed << ": " << report.summary();
    }
  }
}

}  // namespace
}  // namespace asymptest::proofs_test
