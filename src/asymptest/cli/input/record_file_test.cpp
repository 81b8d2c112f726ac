#include "asymptest/cli/input/record_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "asymptest/record/record_json.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::cli::record_file_test {
namespace {

using testing::HasSubstr;

std::string refusal(const std::filesystem::path& file) {
  try {
    read_record(file);
  } catch (const std::invalid_argument& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(RecordFile, IsAFileOrTheFolderOfAReport) {
  const TemporaryFolder folder;
  Record record;
  record.alpha = 0.25;
  std::ofstream(folder / "record.json") << to_json(record);
  EXPECT_EQ(read_record(folder / "record.json").alpha, 0.25);
  EXPECT_EQ(read_record(folder.path()).alpha, 0.25);
}

TEST(RecordFile, IsNamedWhereItIsMissingOrNoRecord) {
  const TemporaryFolder folder;
  EXPECT_THAT(refusal(folder / "none.json"), HasSubstr("none.json': No such file"));
  std::ofstream(folder / "text.json") << "{}";
  EXPECT_THAT(refusal(folder / "text.json"), HasSubstr("text.json' is not a record: "));
}

}  // namespace
}  // namespace asymptest::cli::record_file_test
