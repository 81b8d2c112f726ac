#include "asymptest/data/separator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::cli::separator_test {
namespace {

using testing::ElementsAre;

const std::vector<std::string> names{"N", "loss"};

TEST(Separator, IsTheOneThatGivesTheNames) {
  EXPECT_EQ(detect_separator("N,loss\n1,2\n", names), ',');
  EXPECT_EQ(detect_separator("N;loss\n1;0,5\n", names), ';');
  EXPECT_EQ(detect_separator("N,\tloss\n1,\t2\n", names), ',');
  EXPECT_EQ(detect_separator("N loss\n1 0,5\n", names), ' ');
}

TEST(Separator, WithoutTheNamesIsTheOneThatGivesEvenRows) {
  EXPECT_EQ(detect_separator("1;0,5\n2;0,25\n", {}), ';');
  EXPECT_EQ(detect_separator("1\t2\n3\t4\n", {}), '\t');
  EXPECT_EQ(detect_separator("# a, b\n1 2\n 3  4\n", {}), ' ');
  EXPECT_EQ(detect_separator("alone\n", {}), ',');
  EXPECT_EQ(detect_separator("", {}), ',');
}

TEST(Separator, BlanksAreWithinCellsWhereSomethingElsePartsThem) {
  EXPECT_EQ(detect_separator("x y,z w\n1 2,3 4\n1 2,3\n", {}), ',');
}

TEST(Separator, CellsOfALineMindQuotes) {
  EXPECT_THAT(cells_of_line("a, \"b, c\" ,d", ','), ElementsAre("a", "b, c", "d"));
  EXPECT_THAT(cells_of_line("  a \t \"b c\"", ' '), ElementsAre("a", "b c"));
}

}  // namespace
}  // namespace asymptest::cli::separator_test
