#include "asymptest/cli/options/option.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/cli/options/parser.hpp"

namespace asymptest::cli::option_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Option, DescribesItself) {
  Parser parser("a program");
  std::string file, store;
  bool json = false;
  const Option positional = parser.program().add_option("FILE", file, "A file");
  const Option named = parser.program().add_option("-s,--store", store, "Where").type_name("DB");
  const Option flag = parser.program().add_flag("--json", json, "As JSON");
  EXPECT_TRUE(positional.is_positional());
  EXPECT_EQ(positional.positional_name(), "FILE");
  EXPECT_FALSE(named.is_positional());
  EXPECT_EQ(named.name(), "--store");
  EXPECT_THAT(named.short_names(), ElementsAre("s"));
  EXPECT_THAT(named.long_names(), ElementsAre("store"));
  EXPECT_EQ(named.value_name(), "DB");
  EXPECT_EQ(named.help(), "Where");
  EXPECT_TRUE(flag.is_flag());
  EXPECT_FALSE(named.is_flag());
}

TEST(Option, KeepsAllValuesOfOneThatIsRepeated) {
  Parser parser("a program");
  std::vector<std::string> values;
  std::string rest;
  const Option option = parser.program().add_option("--x", values).repeated();
  parser.program().add_option("REST", rest);
  parser.parse({"--x", "a", "--x", "b", "c"});
  EXPECT_THAT(option.values(), ElementsAre("a", "b"));
  EXPECT_EQ(option.count(), 2U);
  EXPECT_EQ(rest, "c");
}

TEST(Option, RefusesWhatItsCheckRefuses) {
  Parser parser("a program");
  std::string word, other;
  int number = 1;
  parser.program().add_option("--word", word).one_of({"mean", "median"});
  parser.program().add_option("--number", number).within(2, 5);
  parser.program().add_option("--other", other).check([](const std::string& typed) {
    return typed == "x" ? std::string() : "is '" + typed + "', expected x";
  });
  EXPECT_NO_THROW(parser.parse({"--word", "mean", "--number", "5", "--other", "x"}));
  EXPECT_THROW(parser.parse({"--word", "mode"}), RefusedArguments);
  EXPECT_THROW(parser.parse({"--number", "6"}), RefusedArguments);
  EXPECT_THAT(
      [&] {
        parser.parse({"--other", "y"});
      },
      ThrowsMessage<RefusedArguments>(HasSubstr("is 'y', expected x")));
}

TEST(Option, NeedsAndExcludesOthers) {
  Parser parser("a program");
  bool one = false, two = false, three = false;
  const Option first = parser.program().add_flag("--one", one, "One");
  parser.program().add_flag("--two", two, "Two").needs(first);
  parser.program().add_flag("--three", three, "Three").excludes(first);
  EXPECT_NO_THROW(parser.parse({"--one", "--two"}));
  EXPECT_THROW(parser.parse({"--two"}), RefusedArguments);
  EXPECT_THROW(parser.parse({"--one", "--three"}), RefusedArguments);
}

}  // namespace
}  // namespace asymptest::cli::option_test
