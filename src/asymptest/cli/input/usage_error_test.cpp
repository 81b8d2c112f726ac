#include "asymptest/cli/input/usage_error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace asymptest::cli::usage_error_test {
namespace {

using testing::HasSubstr;

std::string refused(const std::vector<std::string>& arguments) {
  Parser parser("a program");
  const Command program = parser.program();
  program.require_subcommand();
  std::string tier;
  int jobs = 1;
  program.add_subcommand("list");
  const Command run = program.add_subcommand("run");
  run.add_option("--tier", tier);
  run.add_option("--jobs", jobs);
  const std::vector<std::string> claims{"covering/torus"};
  try {
    parser.parse(arguments);
  } catch (const RefusedArguments& problem) {
    return usage_error(program, arguments, problem, claims);
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
  EXPECT_THAT(refused({"run", "--jobs", "many"}), HasSubstr("is 'many', expected a whole number"));
}

}  // namespace
}  // namespace asymptest::cli::usage_error_test
