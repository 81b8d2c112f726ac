#include "asymptest/engine/records/registration.hpp"

#include <gtest/gtest.h>

#include "asymptest/engine/records/claim_record.hpp"
#include "asymptest/testing/example_claim.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::registration_test {
namespace {

TEST(AddRegistration, TellsOfThisDefinitionAndHowManyCameBefore) {
  const TemporaryFolder folder;
  Store store = Store::open(folder / "store.sqlite");
  const Claim claim = example_claim();
  ClaimRecord record = claim_record(claim);
  add_registration(record, claim, store);
  EXPECT_FALSE(record.registered_at) << "the store knows of none";
  store.merge_registration(claim.id, {"another definition", "2026-01-01T00:00:00Z", ""});
  store.merge_registration(claim.id, {Subject{&claim}.digest(), "2026-01-02T00:00:00Z", ""});
  add_registration(record, claim, store);
  EXPECT_EQ(record.registered_at, "2026-01-02T00:00:00Z");
  EXPECT_FALSE(record.first_trial_at);
  EXPECT_EQ(record.earlier_definitions, 1);
}

}  // namespace
}  // namespace asymptest::registration_test
