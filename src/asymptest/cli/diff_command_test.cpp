#include "asymptest/cli/diff_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <stdexcept>

#include "asymptest/cli/exit_code.hpp"
#include "asymptest/engine/record.hpp"
#include "asymptest/report/write_file.hpp"

namespace asymptest::cli::diff_command_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class DiffCommand : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::path(testing::TempDir()) / ("diff-" + std::to_string(::getpid()));
    Record record;
    record.alpha = 0.01;
    report::write_file(folder / "report" / "record.json", to_json(record));
    record.alpha = 0.02;
    report::write_file(folder / "looser.json", to_json(record));
    report::write_file(folder / "text.json", "not a record");
  }
  void TearDown() override { fs::remove_all(folder); }

  int run(const std::string& older, const std::string& newer) const {
    CLI::App app;
    int exit_code = bad_input;
    add_diff_command(app, exit_code);
    app.parse("diff '" + (folder / older).string() + "' '" + (folder / newer).string() + "'");
    return exit_code;
  }

  std::string problem_with(const std::string& older, const std::string& newer) const {
    try {
      run(older, newer);
    } catch (const std::invalid_argument& problem) {
      return problem.what();
    }
    return "";
  }

  fs::path folder;
};

TEST_F(DiffCommand, TellsByItsExitCodeWhetherSomethingChanged) {
  EXPECT_EQ(run("report", "report/record.json"), as_expected);
  testing::internal::CaptureStdout();
  EXPECT_EQ(run("report", "looser.json"), not_expected);
  EXPECT_THAT(testing::internal::GetCapturedStdout(),
              testing::StartsWith("the suite: band loosened: chance that any verdict is wrong"));
}

TEST_F(DiffCommand, NamesTheFileThatIsNoRecordOrIsNotThere) {
  EXPECT_THAT(problem_with("report", "text.json"), HasSubstr("text.json' is not a record"));
  EXPECT_THAT(problem_with("missing.json", "report"), HasSubstr("missing.json': No such file"));
}

}  // namespace
}  // namespace asymptest::cli::diff_command_test
