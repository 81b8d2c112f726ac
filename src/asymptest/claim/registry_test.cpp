#include "asymptest/claim/registry.hpp"

#include <gtest/gtest.h>

namespace asymptest::registry_test {
namespace {

TEST(Registered, KeepsARefusedClaimAsAMessage) {
  const std::size_t before = registration_errors().size();
  const Registered nameless{Claim{.predict = theta({{"n", -1}})}};
  ASSERT_EQ(registration_errors().size(), before + 1);
  EXPECT_NE(registration_errors().back().find("its id"), std::string::npos);
  EXPECT_EQ(registration_errors().back().find("src/asymptest/claim/registry_test.cpp:"), 0);
}

TEST(PlaceInTree, IsRelativeToTheTreeOrAsGiven) {
  EXPECT_EQ(place_in_tree(__FILE__, 7), "src/asymptest/claim/registry_test.cpp:7");
  EXPECT_EQ(place_in_tree("/elsewhere/a.cpp", 1), "/elsewhere/a.cpp:1");
}

}  // namespace
}  // namespace asymptest::registry_test
