#include "figure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::benchmarks::figure_test {
namespace {

using testing::ElementsAre;

const BestValues best{{{"ours", "FLOP/s"}, 40},
                      {{"peak", "FLOP/s"}, 50},
                      {{"other peak", "FLOP/s"}, 80},
                      {{"ours", "time"}, 2},
                      {{"theirs", "time"}, 6}};

TEST(Figure, IsAQuotient) {
  const Figure speed{.above = {"theirs", "time"}, .below = {{"ours", "time"}}};
  EXPECT_EQ(speed.value(best), 3);
}

TEST(Figure, TakesTheBestOfItsYardsticksAndThoseThatAreThere) {
  const Figure share{.above = {"ours", "FLOP/s"},
                     .below = {{"peak", "FLOP/s"}, {"other peak", "FLOP/s"}, {"no", "FLOP/s"}}};
  EXPECT_EQ(share.value(best), 0.5);
  const Figure speed{.above = {"theirs", "time"}, .below = {{"ours", "time"}, {"theirs", "time"}}};
  EXPECT_EQ(speed.value(best), 3);
}

TEST(Figure, IsNoNumberWhereOneIsLacking) {
  EXPECT_TRUE(std::isnan(Figure{.above = {"no", "time"}}.value(best)));
  EXPECT_TRUE(std::isnan(Figure{.above = {"ours", "time"}, .below = {{"no", "time"}}}.value(best)));
}

TEST(Figure, IsHeldToItsTarget) {
  const Figure least{.target = Target{true, 0.8}}, most{.target = Target{false, 3}};
  EXPECT_TRUE(least.meets(0.8));
  EXPECT_FALSE(least.meets(0.79));
  EXPECT_TRUE(most.meets(3));
  EXPECT_FALSE(most.meets(3.1));
  EXPECT_FALSE(most.meets(std::nan("")));
}

TEST(Group, NamesEachBenchmarkOnce) {
  const Group group{.figures = {{.above = {"b", "time"}, .below = {{"a", "time"}}},
                                {.above = {"b", "FLOP/s"}, .below = {{"c", "FLOP/s"}}}}};
  EXPECT_THAT(group.benchmarks(), ElementsAre("a", "b", "c"));
}

}  // namespace
}  // namespace asymptest::benchmarks::figure_test
