#include "asymptest/cli/commands/claim_skeleton.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "asymptest/claim/registry.hpp"

namespace asymptest::cli::claim_skeleton_test {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ClaimSkeleton, RegistersAsItStands) {
  EXPECT_THAT(registration_errors(), testing::IsEmpty());
  EXPECT_NE(registry().find("skeleton/name"), nullptr);
}

TEST(ClaimSkeleton, FailsUntilItIsFilledIn) {
  const Claim* claim = registry().find("skeleton/name");
  ASSERT_NE(claim, nullptr);
  for (const Subject& subject : subjects_of(*claim)) {
    Stream random({.claim = subject.name()});
    EXPECT_THROW(subject.trial()(Point{{"n", 16}}, random), std::logic_error) << subject.name();
  }
}

TEST(ClaimSkeleton, BearsItsNameAndNoTraceOfTheOriginal) {
  const std::string source = claim_skeleton("covering/covering-mean-torus-3");
  EXPECT_THAT(source, HasSubstr(".id = \"covering/covering-mean-torus-3\""));
  EXPECT_THAT(source, HasSubstr("const Registered claim_covering_mean_torus_3{{"));
  EXPECT_THAT(source, Not(HasSubstr("skeleton")));
}

TEST(ClaimSkeleton, HasItsPlaceByTopic) {
  EXPECT_EQ(claim_file("covering/covering-mean-torus-3"), "covering/covering_mean_torus_3.cpp");
}

TEST(ClaimSkeleton, RefusesWhatIsNoId) {
  for (const char* id :
       {"", "covering", "covering/", "/name", "Covering/name", "a/b/c", "a/b c", "../x"}) {
    EXPECT_THROW(claim_skeleton(id), std::invalid_argument) << id;
    EXPECT_THROW(claim_file(id), std::invalid_argument) << id;
  }
}

}  // namespace
}  // namespace asymptest::cli::claim_skeleton_test
