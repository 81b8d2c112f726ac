#include "asymptest/report/text/sweep_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::report::sweep_text_test {
namespace {

TEST(SweepText, ListsFewSizesAndShortensMany) {
  EXPECT_EQ(listed_sizes({16, 32}), "16, 32");
  EXPECT_EQ(listed_sizes({1, 2, 4, 8, 16, 32}), "1, 2, …, 32 (6 sizes)");
  EXPECT_EQ(listed_sizes({0.125, 1048576}), "0.125, 1\u2009048\u2009576");
}

TEST(SweepText, FindsTheDifferentSizesOfEachAxis) {
  const ClaimRecord claim{.axes = {{"n", "samples"}}};
  const auto axes = axis_sizes(claim, {.points = {{.at = Point{{"n", 32}, {"d", 8}}},
                                                  {.at = Point{{"n", 16}, {"d", 8}}},
                                                  {.at = Point{{"n", 16}, {"d", 4}}}}});
  ASSERT_EQ(axes.size(), 2U);
  EXPECT_EQ(axes[0].meaning, "samples");
  EXPECT_THAT(axes[0].sizes, testing::ElementsAre(16, 32));
  EXPECT_EQ(axes[1].axis, "d");
  EXPECT_THAT(axes[1].sizes, testing::ElementsAre(4, 8));
}

}  // namespace
}  // namespace asymptest::report::sweep_text_test
