#include "asymptest/cli/check/command_line.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "asymptest/cli/options/parser.hpp"

namespace asymptest::cli::command_line_test {
namespace {

TEST(CommandLine, HasWhatWasGivenAsAShellReadsIt) {
  Parser parser("a program");
  const Command command = parser.program().add_subcommand("check");
  std::string file, law, report;
  std::vector<std::string> sizes;
  bool logs = false;
  double band = 0;
  command.add_option("FILE", file);
  command.add_option("--x", sizes).repeated();
  command.add_option("--predict", law);
  command.add_option("--within", band);
  command.add_option("--report", report);
  command.add_flag("--up-to-logs", logs, "");
  const std::vector<const char*> words{
      "program",  "check",     "my runs.csv",  "--x",      "n",   "--x",
      "d",        "--predict", "theta n d^-1", "--report", "out", "--up-to-logs",
      "--within", "0.05"};
  parser.parse(static_cast<int>(words.size()), words.data());
  EXPECT_EQ(command_line(command),
            "asymptest check 'my runs.csv' --x n --x d --predict 'theta n d^-1' --within 0.05 "
            "--up-to-logs");
}

TEST(CommandLine, QuotesWhatAShellWouldTakeApart) {
  EXPECT_EQ(shell_word("N=8,a.csv"), "N=8,a.csv");
  EXPECT_EQ(shell_word(""), "''");
  EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_word("$x"), "'$x'");
}

}  // namespace
}  // namespace asymptest::cli::command_line_test
