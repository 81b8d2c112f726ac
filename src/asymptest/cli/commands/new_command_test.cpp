#include "asymptest/cli/commands/new_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/testing/test_program.hpp"

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

  static Printed make(const std::string& claim, const fs::path& where) {
    return printed_by({"new", claim, "--folder", where.string()});
  }

  fs::path folder;
};

TEST_F(NewCommand, WritesTheFileOfTheClaimAndNeverOverwritesOne) {
  EXPECT_EQ(make("topic/some-law", folder).exit_code, as_expected);
  EXPECT_TRUE(fs::exists(folder / "topic" / "some_law.cpp"));
  EXPECT_THAT(make("topic/some-law", folder).err, HasSubstr("exists already"));
}

TEST_F(NewCommand, RefusesATakenNameABadOneAndAMissingFolder) {
  EXPECT_THAT(make("skeleton/name", folder).err, HasSubstr("exists already"));
  EXPECT_THAT(make("../escape", folder).err, HasSubstr("topic/name"));
  EXPECT_THAT(make("topic/law", folder / "missing").err, HasSubstr("there is no folder"));
}

}  // namespace
}  // namespace asymptest::cli::new_command_test
