#include "asymptest/require/require.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <stdexcept>
#include <string>

namespace asymptest::require_test {
namespace {

using testing::ThrowsMessage;

TEST(Require, ThrowsTheMessageWithItsValuesUnlessTheConditionHolds) {
  const double q = 1 + 1e-9;
  EXPECT_NO_THROW(require(true, "q is {}", q));
  EXPECT_THAT([&] { require(q <= 1, "{}: q is {}, expected at most {}", "noise", q, 1); },
              ThrowsMessage<std::invalid_argument>("noise: q is 1.000000001, expected at most 1"));
}

TEST(Require, NeedsNoValues) {
  EXPECT_THAT([] { require(false, "no points"); },
              ThrowsMessage<std::invalid_argument>("no points"));
}

TEST(Message, PrintsADoubleSoThatItReadsBack) {
  for (const double value : {1 + 1e-9, -1e-9, 0.1, 1.0, -0.0, 5e-324, 1e300, 1.0 / 3}) {
    EXPECT_EQ(std::strtod(message("{}", value).c_str(), nullptr), value) << message("{}", value);
  }
  EXPECT_EQ(message("{} {} {}", 1.0, -1e-9, std::numeric_limits<double>::infinity()),
            "1 -1e-09 inf");
}

TEST(Message, PrintsIntegersInFullAndTextsAsTheyAre) {
  EXPECT_EQ(message("{}|{}|{}", std::numeric_limits<std::int64_t>::min(),
                    std::numeric_limits<std::uint64_t>::max(), -1),
            "-9223372036854775808|18446744073709551615|-1");
  EXPECT_EQ(message("{}{}{}", std::string("{}"), std::string_view("b"), "c"), "{}bc");
}

}  // namespace
}  // namespace asymptest::require_test
