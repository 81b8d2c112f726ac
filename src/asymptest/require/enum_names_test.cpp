#include "asymptest/require/enum_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::enum_names_test {
namespace {

using testing::ThrowsMessage;

enum class Colour { red, green, blue };
constexpr EnumNames<Colour, 3> colours{"colour", {"red", "green", "blue"}};

TEST(EnumNames, PrintAndReadEachValue) {
  for (const Colour one : {Colour::red, Colour::green, Colour::blue}) {
    EXPECT_EQ(colours.parse(colours.of(one)), one);
  }
  EXPECT_EQ(colours.of(Colour::green), "green");
}

TEST(EnumNames, NameWhatIsNoValue) {
  EXPECT_THAT([] { static_cast<void>(colours.of(static_cast<Colour>(3))); },
              ThrowsMessage<std::invalid_argument>("colour is 3, expected 0 to 2"));
  EXPECT_THAT([] { static_cast<void>(colours.of(static_cast<Colour>(-1))); },
              ThrowsMessage<std::invalid_argument>("colour is -1, expected 0 to 2"));
  EXPECT_THAT(
      [] { static_cast<void>(colours.parse("Red")); },
      ThrowsMessage<std::invalid_argument>("colour 'Red' is unknown, expected red, green or blue"));
}

}  // namespace
}  // namespace asymptest::enum_names_test
