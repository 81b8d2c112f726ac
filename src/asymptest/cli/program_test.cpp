#include "asymptest/cli/program.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "asymptest/cli/exit_code.hpp"

namespace asymptest::cli::program_test {
namespace {

int run(const char* argument) {
  std::array<char, 32> name{"asymptest"};
  std::array<char, 32> text{};
  std::string(argument).copy(text.data(), text.size() - 1);
  std::array<char*, 3> arguments{name.data(), text.data(), nullptr};
  return run_program(2, arguments.data());
}

TEST(Program, SucceedsWhenAskedForHelp) { EXPECT_EQ(run("--help"), as_expected); }

TEST(Program, RefusesAnUnknownCommandAndAnUnknownOption) {
  EXPECT_EQ(run("no-such-command"), bad_input);
  EXPECT_EQ(run("--no-such-option"), bad_input);
}

TEST(Program, SaysByItsExitCodeThatNothingMatched) {
  testing::internal::CaptureStderr();
  std::array<char, 16> name{"asymptest"};
  std::array<char, 16> command{"list"};
  std::array<char, 32> filter{"no-such-claim-at-all"};
  std::array<char*, 4> arguments{name.data(), command.data(), filter.data(), nullptr};
  EXPECT_EQ(run_program(3, arguments.data()), nothing_measured);
  EXPECT_NE(testing::internal::GetCapturedStderr().find("no-such-claim-at-all"), std::string::npos);
}

}  // namespace
}  // namespace asymptest::cli::program_test
