#include "asymptest/claim/registry.hpp"

#include <gtest/gtest.h>

namespace asymptest::registry_test {
namespace {

TEST(Registered, KeepsARefusedClaimAsAMessage) {
  const std::size_t before = registration_errors().size();
  const Registered nameless{Claim{.predict = theta({{"n", -1}})}};
  ASSERT_EQ(registration_errors().size(), before + 1);
  EXPECT_NE(registration_errors().back().find("its id"), std::string::npos);
}

}  // namespace
}  // namespace asymptest::registry_test
