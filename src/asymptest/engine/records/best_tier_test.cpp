#include "asymptest/engine/records/best_tier.hpp"

#include <gtest/gtest.h>

namespace asymptest::best_tier_test {
namespace {

ClaimRecord claim(const std::string& id, const std::string& tier, Status status) {
  ClaimRecord record{.id = id, .tier = tier};
  record.subjects = {{.name = id, .status = status}, {.name = id + ":control", .status = status}};
  return record;
}

Record at(const std::string& tier, Status first, Status second) {
  Record record;
  record.provenance.tier = tier;
  record.claims = {claim("a/first", tier, first), claim("a/second", tier, second)};
  return record;
}

TEST(BestTier, ARunOfOneClaimTakesNothingFromTheOthers) {
  const Record records[] = {at("standard", Status::expected, Status::unmeasured),
                            at("quick", Status::expected, Status::expected)};
  const Record best = best_of_tiers(records);
  EXPECT_EQ(best.claims[0].tier, "standard");
  EXPECT_EQ(best.claims[1].tier, "quick");
  EXPECT_EQ(best.provenance.tier, "standard, quick");
}

TEST(BestTier, WhatIsHalfMeasuredYieldsToWhatIsDecided) {
  const Record records[] = {at("full", Status::undecided, Status::unmeasured),
                            at("quick", Status::expected, Status::unmeasured)};
  const Record best = best_of_tiers(records);
  EXPECT_EQ(best.claims[0].tier, "quick");
  EXPECT_EQ(best.provenance.tier, "quick");
}

TEST(BestTier, AFailureAtAHigherTierStaysInSight) {
  const Record records[] = {at("standard", Status::unexpected, Status::expected),
                            at("quick", Status::expected, Status::expected)};
  EXPECT_EQ(best_of_tiers(records).claims[0].subjects[0].status, Status::unexpected);
}

TEST(BestTier, RefusesRecordsOfDifferentSuites) {
  EXPECT_THROW(best_of_tiers({}), std::invalid_argument);
  Record other = at("quick", Status::expected, Status::expected);
  other.claims[1].id = "b/another";
  const Record records[] = {at("full", Status::expected, Status::expected), other};
  EXPECT_THROW(best_of_tiers(records), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::best_tier_test
