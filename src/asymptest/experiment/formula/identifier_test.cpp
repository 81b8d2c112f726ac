#include "asymptest/experiment/formula/identifier.hpp"

#include <gtest/gtest.h>

namespace asymptest::identifier_test {
namespace {

TEST(IsIdentifier, IsWhatAKeywordArgumentCanBeCalled) {
  for (const char* name : {"m", "_", "learning_rate", "N2"})
    EXPECT_TRUE(is_identifier(name)) << name;
  for (const char* name : {"", "2N", "a-b", "a b", "é"}) EXPECT_FALSE(is_identifier(name)) << name;
}

}  // namespace
}  // namespace asymptest::identifier_test
