#include "asymptest/cli/program.hpp"

#include <gtest/gtest.h>

#include <string>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/testing/test_program.hpp"

namespace asymptest::cli::program_test {
namespace {

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
