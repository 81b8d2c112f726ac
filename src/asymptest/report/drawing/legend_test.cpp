#include "asymptest/report/drawing/legend.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::report::legend_test {
namespace {

TEST(Legend, CountsCharactersNotBytes) { EXPECT_EQ(text_width("λ−½", 10), text_width("abc", 10)); }

TEST(Legend, WrapsBetweenWords) {
  const double width = text_width("one two", 10);
  EXPECT_THAT(wrapped("one two three\nfour", width, 10),
              testing::ElementsAre("one two", "three", "four"));
  EXPECT_TRUE(wrapped("", width, 10).empty());
}

TEST(Legend, TakesAnotherRowWhereOneIsFull) {
  const std::vector<LegendEntry> entries(3, {LegendEntry::Sample::line, "f-fit", "a long entry"});
  Svg wide, narrow;
  EXPECT_LT(draw_legend(wide, {0, 0}, 1000, entries), draw_legend(narrow, {0, 0}, 100, entries));
  EXPECT_EQ(draw_legend(wide, {0, 0}, 1000, {}), 0);
}

}  // namespace
}  // namespace asymptest::report::legend_test
