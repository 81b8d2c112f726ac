#include "asymptest/cli/options/command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <optional>

#include "asymptest/cli/options/parser.hpp"

namespace asymptest::cli::command_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Command, HandsValuesToTheirVariables) {
  Parser parser("a program");
  const Command run = parser.program().add_subcommand("run", "Runs");
  std::string text;
  std::vector<std::int64_t> numbers;
  std::optional<double> maybe, never;
  bool flag = false, called = false;
  run.add_option("TEXT", text);
  run.add_option("--numbers", numbers).delimiter(',');
  run.add_option("--maybe", maybe);
  run.add_option("--never", never);
  run.add_flag("--flag", flag, "A flag");
  run.callback([&called] { called = true; });
  parser.parse({"run", "--numbers", "1,2", "--maybe", "0.5", "--flag", "word"});
  EXPECT_EQ(text, "word");
  EXPECT_THAT(numbers, ElementsAre(1, 2));
  EXPECT_EQ(maybe, 0.5);
  EXPECT_EQ(never, std::nullopt);
  EXPECT_TRUE(flag);
  EXPECT_TRUE(called);
  EXPECT_EQ(run.count("--numbers"), 2U);
}

TEST(Command, SaysWhatNumberItExpected) {
  Parser parser("a program");
  const Command run = parser.program().add_subcommand("run");
  std::uint64_t seed = 1;
  std::optional<double> width;
  std::vector<std::int64_t> counts;
  run.add_option("--seed", seed);
  run.add_option("--width", width);
  run.add_option("--counts", counts).delimiter(',');
  const auto refusal = [&](const std::string& option, const std::string& value) -> std::string {
    try {
      parser.parse({"run", option, value});
    } catch (const RefusedArguments& problem) {
      return problem.what();
    }
    return "";
  };
  EXPECT_THAT(refusal("--seed", "-3"), HasSubstr("is '-3', expected a whole number of at least 0"));
  EXPECT_THAT(refusal("--seed", "1.5"), HasSubstr("is '1.5', expected a whole number"));
  EXPECT_THAT(refusal("--width", "abc"), HasSubstr("is 'abc', expected a number"));
  EXPECT_THAT(refusal("--counts", "1,x"), HasSubstr("is 'x', expected a whole number"));
  EXPECT_EQ(refusal("--width", "-1e-3"), "");
  EXPECT_EQ(width, -1e-3);
}

TEST(Command, NamesItsPartsInTheirOrder) {
  Parser parser("a program");
  const Command program = parser.program();
  program.add_subcommand("run", "Runs").footer("The end.");
  program.add_subcommand("list");
  std::vector<std::string> names;
  for (const Command command : program.commands()) names.push_back(command.name());
  EXPECT_THAT(names, ElementsAre("run", "list"));
  EXPECT_EQ(program.command("run").help(), "Runs");
  EXPECT_EQ(program.command("run").footer(), "The end.");
  EXPECT_THAT(program.help_text(), testing::HasSubstr("Runs"));
}

TEST(Command, RefusesWithoutWhatItRequires) {
  Parser parser("a program");
  const Command run = parser.program().add_subcommand("run");
  std::string text;
  run.add_option("--text", text);
  run.callback([run] { run.require_given({"--text"}); });
  EXPECT_NO_THROW(parser.parse({"run", "--text", "x"}));
  EXPECT_THROW(parser.parse({"run"}), RefusedArguments);
}

}  // namespace
}  // namespace asymptest::cli::command_test
