#include "asymptest/report/formats/latex_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::latex_table_test {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(LatexTable, HasARowForEachMeasuredClaim) {
  const std::string text = latex_table(example_record());
  EXPECT_THAT(text, HasSubstr("\\begin{longtable}"));
  EXPECT_THAT(text, HasSubstr("& supported \\\\"));
  EXPECT_THAT(text, HasSubstr("came out as declared"));
  EXPECT_THAT(latex_table(Record{}), HasSubstr("Nothing was measured."));
}

TEST(LatexTable, LetsNoCommandOfATitleThrough) {
  Record record = example_record();
  record.claims[0].title = "50 % of $x_i$ & {\\input{secret}} #1 ~^";
  const std::string text = latex_table(record);
  EXPECT_THAT(text, HasSubstr("50 \\% of \\$x\\_i\\$ \\& \\{\\textbackslash{}input\\{secret\\}\\} "
                              "\\#1 \\textasciitilde{}\\textasciicircum{}"));
  EXPECT_THAT(text, Not(HasSubstr("\\input")));
}

}  // namespace
}  // namespace asymptest::report::latex_table_test
