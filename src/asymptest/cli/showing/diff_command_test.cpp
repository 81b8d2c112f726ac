#include "asymptest/cli/showing/diff_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/record/record.hpp"
#include "asymptest/report/write_file.hpp"
#include "asymptest/testing/test_program.hpp"

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

  Printed run(const std::string& older, const std::string& newer) const {
    return printed_by({"diff", (folder / older).string(), (folder / newer).string()});
  }

  fs::path folder;
};

TEST_F(DiffCommand, TellsByItsExitCodeWhetherSomethingChanged) {
  EXPECT_EQ(run("report", "report/record.json").exit_code, as_expected);
  const Printed changed = run("report", "looser.json");
  EXPECT_EQ(changed.exit_code, not_expected);
  EXPECT_THAT(changed.out,
              testing::StartsWith("the suite: band loosened: chance that any verdict is wrong"));
}

TEST_F(DiffCommand, NamesTheFileThatIsNoRecordOrIsNotThere) {
  EXPECT_THAT(run("report", "text.json").err, HasSubstr("text.json' is not a record"));
  EXPECT_EQ(run("missing.json", "report").exit_code, bad_input);
  EXPECT_THAT(run("missing.json", "report").err, HasSubstr("missing.json': No such file"));
}

}  // namespace
}  // namespace asymptest::cli::diff_command_test
