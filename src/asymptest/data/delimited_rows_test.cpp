#include "asymptest/data/delimited_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/data/input_error.hpp"
#include "asymptest/data/table.hpp"

namespace asymptest::cli::delimited_rows_test {
namespace {

using testing::ElementsAre;

NumericTable read(std::string_view text, const std::vector<std::string>& names = {"N", "loss"},
                  char separator = 0) {
  return read_columns(text, "f", names, {.separator = separator});
}

void expect_same(std::string_view text, std::string_view format) {
  const NumericTable table = read(text);
  EXPECT_THAT(table.columns[0], ElementsAre(16, 32)) << text;
  EXPECT_THAT(table.columns[1], ElementsAre(0.5, 0.25)) << text;
  EXPECT_EQ(table.format, format) << text;
}

TEST(DelimitedRows, FindsTheSeparator) {
  expect_same("N,loss\n16,0.5\n32,0.25\n", "");
  expect_same("N;loss\n16;0.5\n32;0.25\n", "cells separated by ';'");
  expect_same("N\tloss\n16\t0.5\n32\t0.25\n", "cells separated by a tab");
  expect_same("N   loss\n 16 0.5\n32\t0.25 # last\n", "cells separated by blanks");
  expect_same("N,\tloss\n16,\t0.5\n32,\t0.25\n", "");
  expect_same("N,loss,note\n16,0.5,a; b\n32,0.25,c d\n", "");
}

TEST(DelimitedRows, NamesMayHoldOtherSeparators) {
  EXPECT_THAT(read("N\tloss (a, b)\n1\t2\n", {"loss (a, b)"}).columns[0], ElementsAre(2));
  EXPECT_THAT(read("wall time,N\n1,2\n", {"wall time"}).columns[0], ElementsAre(1));
  EXPECT_THAT(read("\"wall time\" N\n1 2\n", {"wall time"}).columns[0], ElementsAre(1));
}

TEST(DelimitedRows, ABlankCellBetweenTabsIsACell) {
  const std::string text = "N\tnote\tloss\n1\t\t2\n";
  EXPECT_THAT(read(text).columns[1], ElementsAre(2));
}

TEST(DelimitedRows, TheSeparatorMayBeSaid) {
  EXPECT_THAT(read("N|loss\n1|2\n", {"N", "loss"}, '|').columns[1], ElementsAre(2));
  EXPECT_THROW(read("N|loss\n1|2\n"), InputError);
}

TEST(DelimitedRows, LeavesOutComments) {
  expect_same("# of May\nN,loss\n# first\n16,0.5\n  # then\n32,0.25\n#", "");
  EXPECT_THAT(read("# x\nN,loss\n#\n1,2\n").lines, ElementsAre(4));
}

TEST(DelimitedRows, NamesMayStandInTheCommentBeforeNumbers) {
  expect_same("# run 7\n# N loss\n16 0.5\n32 0.25\n",
              "cells separated by blanks, names from the comment");
  expect_same("#N,loss\n16,0.5\n32,0.25\n", "names from the comment");
  expect_same("# N loss\r\n16,0.5\r\n32,0.25\r\n", "names from the comment");
}

TEST(DelimitedRows, WithoutNamesColumnsAreCalledByNumber) {
  const NumericTable table = read("16;0,5\n32;0,25\n", {"2", "1"});
  EXPECT_THAT(table.columns[0], ElementsAre(0.5, 0.25));
  EXPECT_THAT(table.columns[1], ElementsAre(16, 32));
  EXPECT_EQ(table.format,
            "cells separated by ';', no names, so columns are called 1 to 2, decimal commas");
}

}  // namespace
}  // namespace asymptest::cli::delimited_rows_test
