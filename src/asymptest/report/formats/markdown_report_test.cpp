#include "asymptest/report/formats/markdown_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::markdown_report_test {
namespace {

using testing::HasSubstr;

/// The bars of a row that Markdown takes for cell borders.
int unescaped_bars(const std::string& line) {
  int bars = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
  }
  return bars;
}

TEST(MarkdownReport, TableRowsKeepTheirCellsWhateverTheText) {
  Record record = example_record();
  record.claims[0].id = hostile_text;
  const int bars_of_a_proof = 5, bars_of_a_verdict = 8;
  std::istringstream in(markdown_report(record));
  int rows = 0, bars = bars_of_a_verdict;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## Proofs")) bars = bars_of_a_proof;
    if (!line.starts_with('|')) continue;
    EXPECT_EQ(unescaped_bars(line), bars) << line;
    ++rows;
  }
  std::size_t subjects = 0;
  for (const ClaimRecord& claim : record.claims) subjects += claim.subjects.size();
  EXPECT_EQ(rows, static_cast<int>(subjects + record.proofs.size()) + 2 * 2);
}

TEST(MarkdownReport, ShowsInFullOnlyWhatIsNotAsDeclared) {
  const std::string text = markdown_report(example_record());
  EXPECT_THAT(text, HasSubstr("### ✗ covering/covering-mean-torus-3:half-density"));
  EXPECT_THAT(text, HasSubstr("It must be refuted, but the exponent of N lies in the band."));
  EXPECT_THAT(text, HasSubstr("![covering/covering-mean-torus-3:half-density](figures/"));
  EXPECT_THAT(text, testing::Not(HasSubstr("### ✓")));
}

}  // namespace
}  // namespace asymptest::report::markdown_report_test
