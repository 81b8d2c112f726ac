#include "asymptest/engine/cost_estimate.hpp"

#include <gtest/gtest.h>

#include "asymptest/testing/example_claim.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::cost_estimate_test {
namespace {

/// Rounding of sums of a few terms that went through logarithms.
constexpr double rounding = 1e-9;

/// The example's four sizes, 4 trials at the first look and 16 at most; a trial at n costs n ms.
TEST(CostEstimate, SumsTheLooksOfWhatIsKnown) {
  const TemporaryFolder folder;
  const Claim claim = example_claim();
  const std::vector<Subject> suite = subjects_of(claim);
  Store store = Store::open(folder / "store.sqlite");
  const std::int64_t number = store.admit(suite[0].name(), suite[0].digest());
  const Cell one{.trial = 0, .value = 1, .seconds = 0.001},
      four{.trial = 0, .value = 1, .seconds = 0.004};
  store.write(1, std::vector<CellBatch>{{number, "n=1", {&one, 1}}, {number, "n=4", {&four, 1}}});
  const CostEstimate cost = estimate_cost(suite, {}, &store);
  EXPECT_EQ(cost.known, 1U);
  EXPECT_EQ(cost.unknown, 1U);
  EXPECT_EQ(cost.first_trials, 2 * 4 * 4);
  EXPECT_NEAR(cost.first_seconds, 4 * 0.015, rounding);
  EXPECT_NEAR(cost.most_seconds, 16 * 0.015, rounding);
  EXPECT_NEAR(cost.longest_trial, 0.008, rounding);
  EXPECT_EQ(estimate_cost(suite, {}, nullptr).unknown, 2U);
}

}  // namespace
}  // namespace asymptest::cost_estimate_test
