#include "asymptest/experiment/toml_values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::toml_values_test {
namespace {

using testing::HasSubstr;
using testing::Property;
using testing::Throws;

// A constant expression has no undefined behaviour: one letter of each of the three ranges for
// which the library has no answer of its own.
static_assert(!toml::impl::is_horizontal_whitespace(U'\u00E9'));
static_assert(!toml::impl::is_horizontal_whitespace(U'\u3042'));
static_assert(!toml::impl::is_horizontal_whitespace(U'\uFB6F'));
static_assert(toml::impl::is_horizontal_whitespace(U'\u00A0'));

TEST(TomlValues, ALetterBehindALineEndedByABackslashIsOfTheText) {
  for (const std::string letter : {"é", "あ", "\xEF\xAD\xAF"}) {
    const auto table = toml::parse("a = \"\"\"\\\n  " + letter + "\"\"\"\n");
    ASSERT_NE(table.get("a"), nullptr);
    EXPECT_EQ(table.get("a")->value<std::string>(), letter);
  }
}

TEST(TomlValues, AStrayLetterIsRefusedWhereverItStands) {
  for (const std::string before :
       {"", "[", "a.", "a = ", "a = 1", "a = 1 ", "a = 1.\"", "a = -p\"", "a = p'", "a = [1, ",
        "a = {b = 2", "a = 'b' ", "a = \"\"\"\\", "a = 12:00", "a = 2026-12-01 ", "a = true",
        "a = inf", "a = 0x"}) {
    for (const std::string letter : {"é", "あ", "\xEF\xAD\xAF"}) {
      EXPECT_THROW((void)toml::parse(before + letter), toml::parse_error) << before << letter;
    }
  }
}

TEST(TomlValues, BlankSpaceThatIsNoAsciiIsNamed) {
  EXPECT_THAT([] { (void)toml::parse("a\u00A0= 1"); },
              Throws<toml::parse_error>(
                  Property(&toml::parse_error::description, HasSubstr("saw '\\u00A0'"))));
}

}  // namespace
}  // namespace asymptest::toml_values_test
