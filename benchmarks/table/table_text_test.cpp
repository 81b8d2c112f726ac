#include "table_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::benchmarks::table_text_test {
namespace {

using testing::HasSubstr;

TEST(TableText, ShowsWhatIsMeasuredItsTargetAndWhetherItIsMet) {
  const Group group{
      .name = "kernels",
      .figures = {{.instrument = "K",
                   .above = {"K", "FLOP/s"},
                   .below = {{"peak", "FLOP/s"}},
                   .form = Form::share,
                   .unit = "of the peak",
                   .target = Target{true, 0.85},
                   .bound = "the product"},
                  {.instrument = "L",
                   .above = {"other", "time"},
                   .below = {{"L", "time"}},
                   .form = Form::times,
                   .unit = "as fast as other",
                   .target = Target{true, 3}},
                  {.instrument = "M", .above = {"absent", "time"}, .target = Target{false, 3}}}};
  const BestValues best{{{"K", "FLOP/s"}, 83},
                        {{"peak", "FLOP/s"}, 100},
                        {{"other", "time"}, 4.2},
                        {{"L", "time"}, 1}};
  EXPECT_EQ(table_rows(group, best),
            "| **kernels** | | | |\n"
            "| K | 83 % of the peak | ≥ 85 % | no: the product |\n"
            "| L | 4.20 × as fast as other | ≥ 3 × | yes |\n"
            "| M | – | ≤ 3 | not measured |\n");
}

TEST(TableText, ShowsExponents) {
  const Growth growth{"K", "^K/", "K", "m", "m²"};
  EXPECT_THAT(growth_table({{&growth, 1.987, 1.9, 2.1}}),
              HasSubstr("| K | m^1.99 | 1.90 … 2.10 | m² |\n"));
}

TEST(WithPart, ReplacesWhatStandsBetweenTheMarks) {
  const std::string page = std::string("before\n") + begin_mark + "old\n" + end_mark + "after\n";
  EXPECT_EQ(with_part(page, "new\n"),
            std::string("before\n") + begin_mark + "new\n" + end_mark + "after\n");
}

TEST(WithPart, AddsTheMarksToAPageWithoutAny) {
  EXPECT_EQ(with_part("text\n", "new\n"), std::string("text\n") + begin_mark + "new\n" + end_mark);
}

TEST(WithPart, RefusesAMarkWithoutTheOther) {
  EXPECT_THROW(with_part(begin_mark, "new\n"), std::invalid_argument);
  EXPECT_THROW(with_part(std::string(end_mark) + begin_mark, ""), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::benchmarks::table_text_test
