#include "asymptest/report/write_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

#include "asymptest/testing/example_record.hpp"

namespace asymptest::write_report_test {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[fs::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

fs::path fresh_folder(const std::string& name) {
  fs::path folder =
      fs::path(testing::TempDir()) / ("write-report-" + std::to_string(::getpid()) + "-" + name);
  fs::remove_all(folder);
  return folder;
}

TEST(WriteReport, TheSameRecordGivesTheSameBytes) {
  const fs::path one = fresh_folder("one");
  const fs::path two = fresh_folder("two");
  write_report(report::example_record(), one);
  write_report(report::example_record(), two);
  const auto files = files_of(one);
  EXPECT_EQ(files, files_of(two));
  for (const char* name : {"index.html", "record.json", "report.md", "verdicts.csv", "junit.xml"}) {
    EXPECT_TRUE(files.contains(name)) << name;
  }
}

TEST(WriteReport, AnEmptyRecordIsAReportToo) {
  const fs::path folder = fresh_folder("empty");
  write_report(Record{}, folder);
  EXPECT_THAT(files_of(folder)["index.html"], testing::HasSubstr("Nothing was measured."));
}

TEST(WriteReport, HasAFigureOfEachMeasuredSubjectAndNoEmptyOne) {
  const fs::path folder = fresh_folder("figures");
  const Record record = report::example_record();
  write_report(record, folder);
  std::size_t measured = 0, subjects = 0;
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      measured += measured_points(subject).empty() ? 0 : 1;
      ++subjects;
    }
  }
  EXPECT_LT(measured, subjects);
  EXPECT_EQ(files_of(folder / "figures").size(), measured);
}

TEST(WriteReport, AFolderThatCannotBeMadeIsNamed) {
  const fs::path folder = fresh_folder("refused");
  std::ofstream(folder) << "a plain file where the folder should be";
  try {
    write_report(Record{}, folder);
    FAIL() << "wrote into a plain file";
  } catch (const std::runtime_error& problem) {
    EXPECT_THAT(problem.what(), testing::HasSubstr(folder.string()));
  }
}

}  // namespace
}  // namespace asymptest::write_report_test
