#include "asymptest/data/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli::table_test {
namespace {

using testing::ElementsAre;

NumericTable read(std::string_view text, const std::vector<std::string>& names = {"N", "loss"}) {
  return read_columns(text, "runs.csv", names);
}

std::string refusal(std::string_view text, const std::vector<std::string>& names = {"N", "loss"}) {
  try {
    read(text, names);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(Table, ReadsTheColumnsThatAreAskedForInThatOrder) {
  const NumericTable table = read("loss,name,N\n0.5,a,16\n2.5e-1,b,+32\n");
  ASSERT_EQ(table.columns.size(), 2U);
  EXPECT_THAT(table.columns[0], ElementsAre(16, 32));
  EXPECT_THAT(table.columns[1], ElementsAre(0.5, 0.25));
  EXPECT_THAT(table.lines, ElementsAre(2, 3));
}

TEST(Table, TakesFilesAsSpreadsheetsWriteThem) {
  const NumericTable table = read(
      "\xEF\xBB\xBF\"N\", loss ,\"a, \"\"b\"\"\"\r\n"
      " 16 ,\t0.5,\"two\r\nlines\"\r\n\r\n\"32\" , \"0.25\",x\r\n\r\n");
  EXPECT_THAT(table.columns[0], ElementsAre(16, 32));
  EXPECT_THAT(table.columns[1], ElementsAre(0.5, 0.25));
  EXPECT_THAT(table.lines, ElementsAre(2, 5));
}

TEST(Table, TheLastLineNeedsNoEnd) {
  EXPECT_THAT(read("N,loss\n1,2").columns[1], ElementsAre(2));
  EXPECT_THAT(read("N,loss\n1,2\r").columns[1], ElementsAre(2));
}

TEST(Table, CanReadNamesInQuotes) {
  EXPECT_THAT(read("\"test \"\"loss\"\", mean\",N\n1,2\n", {"test \"loss\", mean"}).columns[0],
              ElementsAre(1));
}

TEST(Table, AnEmptyFileAndOneWithoutRowsAreRefused) {
  EXPECT_EQ(refusal(""), "runs.csv: is empty");
  EXPECT_EQ(refusal("\n \r\n"), "runs.csv: is empty");
  EXPECT_EQ(refusal("\xEF\xBB\xBF"), "runs.csv: is empty");
  EXPECT_EQ(refusal("N,loss\n"), "runs.csv: no rows below the column names");
}

TEST(Table, AMissingColumnIsNamedWithThoseThatThereAre) {
  EXPECT_EQ(refusal("n,loss\n1,2\n"), "runs.csv: no column 'N'; it has 'n', 'loss'");
  EXPECT_EQ(refusal("N,N,loss\n1,1,2\n"), "runs.csv: two columns are called 'N'");
}

TEST(Table, CellsThatAreNoFiniteNumbersAreNamedWithTheirLine) {
  EXPECT_EQ(refusal("N,loss\n1,2\n2,n/a\n"),
            "runs.csv, line 3: 'n/a' in column 'loss' is no number (--skip-missing leaves such "
            "rows out)");
  EXPECT_EQ(
      refusal("N,loss\n1,\n"),
      "runs.csv, line 2: '' in column 'loss' is no number (--skip-missing leaves such rows out)");
  EXPECT_EQ(refusal("N,loss\n1,2 3\n"), "runs.csv, line 2: '2 3' in column 'loss' is not a number");
  EXPECT_EQ(refusal("N,loss\n1,+-2\n"), "runs.csv, line 2: '+-2' in column 'loss' is not a number");
  EXPECT_EQ(
      refusal("N,loss\n1,NaN\n"),
      "runs.csv, line 2: 'NaN' in column 'loss' is no number (--skip-missing leaves such rows "
      "out)");
  EXPECT_EQ(refusal("N,loss\n-inf,1\n"),
            "runs.csv, line 2: column 'N' is -inf, expected a finite number");
  EXPECT_EQ(refusal("N,loss\n1,1e999\n"),
            "runs.csv, line 2: '1e999' in column 'loss' is beyond the range of double precision");
}

TEST(Table, RowsOfAnotherLengthAndOpenQuotesAreNamedWithTheirLine) {
  EXPECT_EQ(refusal("N,loss\n1,2\n3\n"),
            "runs.csv, line 3: 1 cells, expected 2 as in the first line");
  EXPECT_EQ(refusal("N,loss\n1,2,3\n"),
            "runs.csv, line 2: 3 cells, expected 2 as in the first line");
  EXPECT_EQ(refusal("N,loss\n1,2\n\"1,2\n3,4\n"), "runs.csv, line 3: a quote is not closed");
  EXPECT_EQ(
      refusal("N,loss\n\"1\"x,2\n"),
      "runs.csv, line 2: '\"1\"' is followed by 'x', expected a comma or the end of the line");
}

TEST(Table, TheFirstProblemInTheFileIsTheOneReported) {
  EXPECT_EQ(refusal("N,loss\n1,x\ny\n"), "runs.csv, line 2: 'x' in column 'loss' is not a number");
}

TEST(Table, WhatIsNoTextIsShownSafely) {
  EXPECT_EQ(refusal(std::string_view("\x7f\x01\x1b[31m,b\n", 9), {"N"}),
            "runs.csv: no column 'N'; it has '???[31m', 'b'");
  EXPECT_EQ(shown(std::string(100, 'a')), "'" + std::string(40, 'a') + "…'");
}

TEST(Table, ReadsTheRowsThatAreChosen) {
  const std::string text = "method,N,err\nFEM,8,1\nFDM,8,2\n FEM ,16,3\n";
  const auto table = read_columns(text, "f", {"N", "err"}, {.where = {{"method", "FEM"}}});
  EXPECT_EQ(table.columns, (std::vector<std::vector<double>>{{8, 16}, {1, 3}}));
  EXPECT_EQ(table.lines, (std::vector<std::size_t>{2, 4}));
  EXPECT_THROW(read_columns(text, "f", {"N"}, {.where = {{"method", "BEM"}}}), InputError);
  EXPECT_THROW(read_columns(text, "f", {"N"}, {.where = {{"scheme", "FEM"}}}), InputError);
}

TEST(Table, ACellThatNoRowHasIsNamedWithOneThatThereIs) {
  const auto message = [](std::string_view text, const RowChoice& choice) {
    try {
      read_columns(text, "f", {"N"}, choice);
    } catch (const InputError& problem) {
      return std::string(problem.what());
    }
    return std::string("accepted");
  };
  const std::string text = "method,run,N\nFEM,1,8\nFDM,2,8\n";
  EXPECT_EQ(message(text, {.where = {{"method", "fem"}}}),
            "f: no row has 'fem' in column 'method'; the first row has 'FEM'");
  EXPECT_EQ(message(text, {.where = {{"method", "FEM"}, {"run", "2"}}}),
            "f: no row has 'FEM' in column 'method' and '2' in column 'run'; "
            "the first row has 'FEM', '1'");
  EXPECT_EQ(message("N\nNA\nNaN\n", {.skip_missing = true}),
            "f: each of the 2 rows that are chosen lacks a number");
}

TEST(Table, LeavesOutAndCountsRowsWithAMissingCellWhereAsked) {
  const std::string text = "N,err,note\n8,1,\n16,,x\n32,NaN,\n64,n/a,\n128,2,-\n";
  const auto table = read_columns(text, "f", {"N", "err"}, {.skip_missing = true});
  EXPECT_EQ(table.columns[0], (std::vector<double>{8, 128}));
  EXPECT_EQ(table.skipped, 3);
  EXPECT_THROW(read_columns(text, "f", {"N", "err"}), InputError);
}

}  // namespace
}  // namespace asymptest::cli::table_test
