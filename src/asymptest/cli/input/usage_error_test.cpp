#include "asymptest/cli/input/usage_error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <vector>

namespace asymptest::cli::usage_error_test {
namespace {

using testing::HasSubstr;

std::string refused(std::vector<std::string> arguments) {
  CLI::App app;
  app.require_subcommand(1);
  std::string tier;
  int jobs = 1;
  app.add_subcommand("list");
  auto* run = app.add_subcommand("run");
  run->add_option("--tier", tier);
  run->add_option("--jobs", jobs);
  const std::vector<std::string> claims{"covering/torus"};
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
  } catch (const CLI::ParseError& problem) {
    return usage_error(app, arguments, problem, claims);
  }
  return "";
}

TEST(UsageError, NamesTheCommandThatIsNear) {
  EXPECT_THAT(refused({"lsit"}), HasSubstr("there is no command 'lsit'; did you mean list?"));
  EXPECT_THAT(refused({"frobnicate"}), HasSubstr("there is no command 'frobnicate' ("));
  EXPECT_THAT(refused({}), HasSubstr("a command is missing"));
}

TEST(UsageError, TellsAClaimFromACommand) {
  EXPECT_THAT(refused({"covering/torus"}), HasSubstr("`asymptest run covering/torus` measures it"));
}

TEST(UsageError, NamesTheOptionThatIsNear) {
  EXPECT_THAT(refused({"run", "--teir", "quick"}),
              HasSubstr("run: there is no option '--teir'; did you mean --tier?"));
  EXPECT_THAT(refused({"run", "--teir=quick"}), HasSubstr("'--teir'; did you mean --tier?"));
}

TEST(UsageError, LeavesTheRestToTheParser) {
  EXPECT_THAT(refused({"run", "--jobs", "many"}), HasSubstr("run: "));
  EXPECT_THAT(refused({"run", "--jobs", "many"}), HasSubstr("many"));
}

}  // namespace
}  // namespace asymptest::cli::usage_error_test
