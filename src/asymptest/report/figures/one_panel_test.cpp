#include "asymptest/report/figures/one_panel.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::report::one_panel_test {
namespace {

using testing::IsEmpty;

/// Two sizes, each with a mark of every group.
Series grouped(std::vector<std::string> groups, double large) {
  Series series{.axis = "n", .groups = std::move(groups)};
  for (const double x : {1.0, large}) {
    for (std::size_t g = 0; g < series.groups.size(); ++g) {
      series.marks.push_back({.x = x, .y = 1, .group = g});
    }
  }
  return series;
}

TEST(OnePanel, TellsTheGroupsOfASizeApart) {
  for (const double large : {4.0, 1024.0}) {  // a linear axis, a logarithmic one
    const Series series = side_by_side(grouped({"d = 1", "d = 2", "d = 3"}, large));
    EXPECT_LT(series.marks[0].x, series.marks[1].x);
    EXPECT_EQ(series.marks[1].x, 1);
    EXPECT_GT(series.marks[2].x, series.marks[1].x);
    EXPECT_LT(series.marks[2].x, 1.2);
    EXPECT_EQ(series.marks[4].x, large);
  }
}

TEST(OnePanel, LeavesMarksOfOneGroupInTheirPlace) {
  EXPECT_EQ(side_by_side(Series{.axis = "n", .marks = {{.x = 3}}}).marks[0].x, 3);
}

TEST(OnePanel, SaysWhichGroupStandsWhere) {
  std::vector<LegendEntry> legend;
  add_groups(legend, Series{});
  EXPECT_THAT(legend, IsEmpty());
  add_groups(legend, grouped({"d = 1", "d = 2"}, 4));
  EXPECT_EQ(legend.back().words, "side by side: d = 1; d = 2");
  add_groups(legend, grouped({"1", "2", "3", "4", "5", "6"}, 4));
  EXPECT_EQ(legend.back().words, "side by side: 1 to 6");
}

}  // namespace
}  // namespace asymptest::report::one_panel_test
