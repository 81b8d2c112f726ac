#include "asymptest/cli/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <cctype>
#include <map>
#include <regex>
#include <string>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/testing/test_program.hpp"

namespace asymptest::cli::program_test {
namespace {

using testing::MatchesRegex;

/// Every option of every command, with the command's name.
std::multimap<std::string, const CLI::Option*> all_options(CLI::App& app) {
  std::multimap<std::string, const CLI::Option*> options;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    for (const CLI::Option* option : command->get_options()) {
      if (option->get_name() != "--help") options.emplace(command->get_name(), option);
    }
  }
  return options;
}

bool is_a_sentence_without_its_stop(const std::string& text) {
  return !text.empty() && std::isupper(static_cast<unsigned char>(text.front())) != 0 &&
         text.back() != '.';
}

class Help : public testing::Test {
 protected:
  Help() { add_commands(app_, exit_code_); }
  int exit_code_ = 0;
  CLI::App app_;
};

TEST_F(Help, DescribesEachCommandAndOptionByASentenceWithoutItsStop) {
  for (const CLI::App* command : app_.get_subcommands(nullptr)) {
    EXPECT_TRUE(is_a_sentence_without_its_stop(command->get_description())) << command->get_name();
  }
  for (const auto& [command, option] : all_options(app_)) {
    EXPECT_TRUE(is_a_sentence_without_its_stop(option->get_description()))
        << command << " " << option->get_name() << ": " << option->get_description();
  }
}

TEST_F(Help, NamesValuesInCapitals) {
  for (const auto& [command, option] : all_options(app_)) {
    const std::string what = command + " " + option->get_name();
    if (option->get_positional()) {
      EXPECT_THAT(option->get_name(), MatchesRegex("[A-Z]+")) << what;
      EXPECT_EQ(option->get_type_name(), "") << what;
    } else if (option->get_expected_max() > 0) {  // no flag
      EXPECT_THAT(option->get_type_name(), MatchesRegex("[A-Z]+")) << what;
    }
  }
}

TEST_F(Help, ShowsDefaultsInBracketsAtTheEnd) {
  for (const auto& [command, option] : all_options(app_)) {
    const std::string& text = option->get_description();
    EXPECT_EQ(option->get_default_str(), "") << command << " " << option->get_name();
    EXPECT_EQ(text.find("default"), std::string::npos) << text;
    EXPECT_TRUE(std::regex_match(text, std::regex(R"([^\[]+(\[[^\]]+\])?)"))) << text;
  }
}

/// But for what holds without it.
TEST_F(Help, SaysOfOneOptionTheSameInEachCommand) {
  std::map<std::string, std::string> said;
  for (const auto& [command, option] : all_options(app_)) {
    const std::string name = option->get_name();
    if (name != "--jobs" && name != "--tier" && name != "--store" && name != "--report") continue;
    const std::string text = option->get_description();
    const std::string sentence = text.substr(0, text.find(" ["));
    EXPECT_EQ(said.try_emplace(name, sentence).first->second, sentence) << command;
  }
  EXPECT_EQ(said.size(), 4U);
}

TEST_F(Help, AsksForAllCoresInEveryCommandThatHasThreads) {
  int commands = 0;
  for (const auto& [command, option] : all_options(app_)) {
    if (option->get_name() != "--jobs") continue;
    ++commands;
    EXPECT_EQ(option->get_description(), "Threads [all cores]") << command;
  }
  EXPECT_EQ(commands, 2);
}

TEST(Program, SaysItsVersion) {
  const Printed version = printed_by({"--version"});
  EXPECT_EQ(version.exit_code, as_expected);
  EXPECT_THAT(version.out, MatchesRegex("asymptest [0-9.]+ \\(commit [^ ]+, .+\\)\n"));
}

TEST(Program, SucceedsWhenAskedForHelp) {
  EXPECT_EQ(printed_by({"--help"}).exit_code, as_expected);
}

TEST(Program, RefusesAnUnknownCommandAndAnUnknownOption) {
  EXPECT_EQ(printed_by({"no-such-command"}).exit_code, bad_input);
  EXPECT_EQ(printed_by({"--no-such-option"}).exit_code, bad_input);
}

TEST(Program, SaysByItsExitCodeThatNothingMatched) {
  const Printed run = printed_by({"list", "no-such-claim-at-all"});
  EXPECT_EQ(run.exit_code, nothing_measured);
  EXPECT_NE(run.err.find("no-such-claim-at-all"), std::string::npos);
}

}  // namespace
}  // namespace asymptest::cli::program_test
