#include "stored_designs.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "asymptest/engine/runner.hpp"
#include "asymptest/testing/example_claim.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::designs::stored_designs_test {
namespace {

TEST(FixedShare, IsWhatALookGivesUpForThoseBeforeIt) {
  EXPECT_DOUBLE_EQ(fixed_share(0.01, 0.01), 1);
  // z(0.005) = 2.5758, z(0.0025) = 2.8070, z(0.1) = 1.2816 (tables of the normal law)
  EXPECT_NEAR(fixed_share(0.01, 0.005), 0.8902, 1e-4);
}

TEST(StoredDesigns, CountWhatWasTakenAndWhatTheBudgetAllows) {
  Claim claim = example_claim();
  claim.sweep = {axis("n", "samples").geometric(1, 128)};
  claim.budget = {.first = 32, .quick = 1024};
  const std::vector<Subject> suite = subjects_of(claim);
  const TemporaryFolder folder;
  Store store = Store::open(folder.path() / "store.sqlite");
  const RunOptions options;
  run_suite(suite, options, store);
  const std::vector<StoredCost> costs = stored_costs(suite, options, store);
  ASSERT_EQ(costs.size(), 2U);
  for (const StoredCost& cost : costs) EXPECT_GT(cost.fixed, cost.sequential) << cost.subject;
}

}  // namespace
}  // namespace asymptest::designs::stored_designs_test
