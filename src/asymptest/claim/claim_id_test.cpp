#include "asymptest/claim/claim_id.hpp"

#include <gtest/gtest.h>

namespace asymptest::claim_id_test {
namespace {

struct Declared {
  ClaimId id;
  std::string title;
};

constexpr int before = __LINE__;
const Declared over_several_lines{
    .id = "topic/name",
    .title =
        "A title "
        "of two lines",
};

TEST(ClaimId, IsTextThatKnowsItsLine) {
  EXPECT_EQ(over_several_lines.id, "topic/name");
  EXPECT_EQ(over_several_lines.id.line_in(__FILE__, 0), before + 2);
}

TEST(ClaimId, StandsNowhereInAnotherFileOrPutTogether) {
  EXPECT_EQ(over_several_lines.id.line_in("another.cpp", 7), 7);
  EXPECT_EQ(ClaimId(std::string("topic/") + "name").line_in(__FILE__, 7), 7);
  EXPECT_EQ(ClaimId().line_in(__FILE__, 7), 7);
}

}  // namespace
}  // namespace asymptest::claim_id_test
