#include "asymptest/report/formats/verdicts_csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::verdicts_csv_test {
namespace {

/// A reader of RFC 4180 written from the standard: rows of fields.
std::vector<std::vector<std::string>> parse(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      rows.back().back() += text[++i];
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && text[i] == '\r') {
      rows.push_back({""});
      ++i;
    } else {
      rows.back().back() += text[i];
    }
  }
  rows.pop_back();
  return rows;
}

TEST(VerdictsCsv, EveryRowHasTheFieldsOfTheHeader) {
  const auto rows = parse(verdicts_csv(example_record()));
  ASSERT_GT(rows.size(), 10U);
  for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
}

TEST(VerdictsCsv, HasARowForEachQuantityAndOneForASubjectWithNone) {
  const auto rows = parse(verdicts_csv(example_record()));
  const auto rows_of = [&](const std::string& claim, const std::string& control) {
    return std::count_if(rows.begin(), rows.end(),
                         [&](const auto& row) { return row[0] == claim && row[1] == control; });
  };
  EXPECT_EQ(rows_of("robustness/robustness-exponents", ""), 3);
  EXPECT_EQ(rows_of("robustness/robustness-exponents", "noiseless"), 1);
}

TEST(VerdictsCsv, TextComesBackAsItWas) {
  Record record = example_record();
  record.claims = {record.claims.back()};
  const auto rows = parse(verdicts_csv(record));
  EXPECT_EQ(rows[1].back(), hostile_text);
  EXPECT_EQ(rows[1][4], "refuted");
  EXPECT_EQ(rows[1][5], "refuted");
  EXPECT_EQ(std::stod(rows[1][7]), record.claims[0].subjects[0].verdict.estimates[0].estimate);
}

}  // namespace
}  // namespace asymptest::report::verdicts_csv_test
