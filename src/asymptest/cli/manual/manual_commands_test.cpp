#include "asymptest/cli/manual/manual_commands.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/testing/test_program.hpp"

namespace asymptest::cli::manual_commands_test {
namespace {

using testing::HasSubstr;

TEST(ManualCommands, KnowEveryCommandOfTheProgram) {
  const Printed manual = printed_by({"manual"});
  EXPECT_EQ(manual.exit_code, as_expected);
  for (const char* command : {"run", "check", "store", "completion"}) {
    EXPECT_THAT(manual.out, HasSubstr(std::string(".SS ") + command + "\n"));
  }
  EXPECT_THAT(printed_by({"completion", "bash"}).out, HasSubstr("run) options='"));
  EXPECT_THAT(printed_by({"completion", "zsh"}).out, HasSubstr("#compdef asymptest"));
}

TEST(ManualCommands, NameAShellThatTheyDoNotKnow) {
  const Printed printed = printed_by({"completion", "fish"});
  EXPECT_EQ(printed.exit_code, bad_input);
  EXPECT_THAT(printed.err, HasSubstr("the shell is 'fish', expected bash or zsh"));
}

}  // namespace
}  // namespace asymptest::cli::manual_commands_test
