#include "asymptest/cli/new_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <stdexcept>

#include "asymptest/cli/exit_code.hpp"

namespace asymptest::cli::new_command_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class NewCommand : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::path(testing::TempDir()) / ("new-" + std::to_string(::getpid()));
    fs::create_directories(folder);
  }
  void TearDown() override { fs::remove_all(folder); }

  static std::string problem_with(const std::string& claim, const fs::path& where) {
    CLI::App app;
    int exit_code = bad_input;
    add_new_command(app, exit_code);
    try {
      app.parse("new '" + claim + "' --folder '" + where.string() + "'");
    } catch (const std::invalid_argument& problem) {
      return problem.what();
    }
    return exit_code == as_expected ? "" : "exit code " + std::to_string(exit_code);
  }

  fs::path folder;
};

TEST_F(NewCommand, WritesTheFileOfTheClaimAndNeverOverwritesOne) {
  EXPECT_EQ(problem_with("topic/some-law", folder), "");
  EXPECT_TRUE(fs::exists(folder / "topic" / "some_law.cpp"));
  EXPECT_THAT(problem_with("topic/some-law", folder), HasSubstr("exists already"));
}

TEST_F(NewCommand, RefusesATakenNameABadOneAndAMissingFolder) {
  EXPECT_THAT(problem_with("skeleton/name", folder), HasSubstr("exists already"));
  EXPECT_THAT(problem_with("../escape", folder), HasSubstr("topic/name"));
  EXPECT_THAT(problem_with("topic/law", folder / "missing"), HasSubstr("there is no folder"));
}

}  // namespace
}  // namespace asymptest::cli::new_command_test
