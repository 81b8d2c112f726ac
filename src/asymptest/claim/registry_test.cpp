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

std::string place_of_last_error() {
  const std::string& error = registration_errors().back();
  return error.substr(0, error.find(": "));
}

TEST(Registered, NamesTheLineOfTheId) {
  constexpr int before = __LINE__;
  const Registered untitled{{
      .id = "fixture/untitled",
      .predict = theta({{"n", -1}}),
  }};
  EXPECT_EQ(place_of_last_error(), place_in_tree(__FILE__, before + 2));
}

Claim untitled_of(const std::string& name) {
  return {.id = "fixture/" + name, .predict = theta({{"n", -1}})};
}

TEST(Registered, NamesItsOwnLineForAnIdThatIsPutTogether) {
  const Registered made{untitled_of("made")};
  EXPECT_EQ(place_of_last_error(), place_in_tree(__FILE__, __LINE__ - 1));
}

TEST(PlaceInTree, IsRelativeToTheTreeOrAsGiven) {
  EXPECT_EQ(place_in_tree(__FILE__, 7), "src/asymptest/claim/registry_test.cpp:7");
  EXPECT_EQ(place_in_tree("/elsewhere/a.cpp", 1), "/elsewhere/a.cpp:1");
}

}  // namespace
}  // namespace asymptest::registry_test
