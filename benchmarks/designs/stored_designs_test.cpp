#include "stored_designs.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "asymptest/engine/runner.hpp"
#include "asymptest/testing/example_claim.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::designs::stored_designs_test {
namespace {

TEST(FixedShare, IsWhatALookGivesUpForThoseBeforeIt) {
  EXPECT_DOUBLE_EQ(fixed_share(0.01, 0.01), 1);
  // Tables of the normal law: z(0.005), z(0.0025) and z(0.1), to half a unit of the last digit,
  // which moves the quotient's square by less than two.
  constexpr double at_once = 2.5758, last = 2.8070, power = 1.2816, digits = 1e-4;
  EXPECT_NEAR(fixed_share(0.01, 0.005), std::pow((at_once + power) / (last + power), 2), digits);
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
