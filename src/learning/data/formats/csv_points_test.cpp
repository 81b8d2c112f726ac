#include "learning/data/formats/csv_points.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace asymptest::learning::csv_points_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

CsvPoints read(const std::string& text, const std::string& label = "") {
  return read_csv_points({.name = "some.csv", .bytes = text}, label);
}

std::string problem_of(const std::string& text, const std::string& label = "") {
  try {
    read(text, label);
  } catch (const DataError& problem) {
    return problem.what();
  }
  return "none";
}

const Eigen::MatrixXd two_rows = Eigen::MatrixXd{{1, -3.5}, {20, 4e10}};

TEST(ReadCsvPoints, MakesAColumnOfEachLine) {
  const CsvPoints table = read("1,20\n-3.5,4e10\n");
  EXPECT_EQ(table.points, two_rows);
  EXPECT_THAT(table.names, IsEmpty());
}

TEST(ReadCsvPoints, TakesSpacesQuotesBlankLinesAndCarriageReturns) {
  EXPECT_EQ(read("\xEF\xBB\xBF 1 ,\"20\" \r\n\r\n \n-3.5,+4e10").points, two_rows);
}

TEST(ReadCsvPoints, TakesNamesFromTheFirstLine) {
  const CsvPoints table = read("x,\"y, across\"\n1,20\n-3.5,4e10");
  EXPECT_EQ(table.points, two_rows);
  EXPECT_THAT(table.names, ElementsAre("x", "y, across"));
}

TEST(ReadCsvPoints, SetsAColumnOfLabelsApart) {
  const CsvPoints named = read("x,kind,y\n1,cat,20\n-3.5,dog,4e10\n", "kind");
  EXPECT_EQ(named.points, two_rows);
  EXPECT_THAT(named.names, ElementsAre("x", "y"));
  EXPECT_THAT(named.labels, ElementsAre("cat", "dog"));
  EXPECT_THAT(read("1,20,7\n-3.5,4e10,8\n", "3").labels, ElementsAre("7", "8"));
  EXPECT_THAT(problem_of("x,y\n1,2\n", "z"), HasSubstr("no column 'z' of labels among 2"));
  EXPECT_THAT(problem_of("1,2\n", "3"), HasSubstr("no column '3'"));
}

TEST(ReadCsvPoints, ReadsWhatIsNotFinite) {
  const CsvPoints table = read("nan,1\n-inf,2\n");
  EXPECT_TRUE(std::isnan(table.points(0, 0)));
  EXPECT_EQ(table.points(0, 1), -HUGE_VAL);
}

TEST(ReadCsvPoints, NamesFileByteLineAndColumn) {
  EXPECT_EQ(problem_of("1,2\n3,four\n5,6\n"),
            "some.csv, byte 6: line 2, column 2: 'four', expected a number");
  EXPECT_THAT(problem_of("1,2\n\n3,4x\n"), HasSubstr("byte 7: line 3, column 2: '4x'"));
  EXPECT_THAT(problem_of("1,2\n3,+-4\n"), HasSubstr("'+-4', expected a number"));
  EXPECT_THAT(problem_of("1,2\n3,\n"), HasSubstr("byte 6: line 2, column 2: the cell is empty"));
  EXPECT_THAT(problem_of("1,2\n,3\n"), HasSubstr("line 2, column 1: the cell is empty"));
  EXPECT_THAT(problem_of("1,1e999\n"), HasSubstr("'1e999' is beyond the range"));
  EXPECT_THAT(problem_of("1.5x,2\n3,4"), HasSubstr("line 1, column 1: '1.5x', expected a number"));
}

TEST(ReadCsvPoints, RefusesLinesOfAnotherLength) {
  EXPECT_THAT(problem_of("1,2\n3\n"),
              HasSubstr("line 2, column 1: the line ends here, expected 2"));
  EXPECT_THAT(problem_of("1,2\n3,4,5\n"),
              HasSubstr("line 2, column 2: the line goes on, expected 2"));
}

TEST(ReadCsvPoints, RefusesAHiddenZeroByte) {
  using namespace std::string_literals;
  EXPECT_THAT(problem_of("1,2\n3,4\0\n"s),
              HasSubstr("byte 7: there is a zero byte, expected text"));
}

TEST(ReadCsvPoints, RefusesAQuoteThatIsNotClosed) {
  EXPECT_THAT(problem_of("1,\"2\n3,4\n"), HasSubstr("line 1, column 2: a quote is not closed"));
  EXPECT_THAT(problem_of("1,\"2\"3\n"), HasSubstr("a quote is followed by more"));
}

TEST(ReadCsvPoints, RefusesAFileWithoutNumbers) {
  EXPECT_THAT(problem_of("\n \n"), HasSubstr("the file ends without a number"));
  EXPECT_THAT(problem_of("x,y\n"), HasSubstr("byte 4: the file ends without a number"));
  EXPECT_THAT(problem_of("kind\ncat\n", "kind"), HasSubstr("the file ends without a number"));
}

}  // namespace
}  // namespace asymptest::learning::csv_points_test
