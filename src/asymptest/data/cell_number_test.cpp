#include "asymptest/data/cell_number.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "asymptest/data/input_error.hpp"
#include "asymptest/data/table.hpp"

namespace asymptest::cli::cell_number_test {
namespace {

using testing::ElementsAre;

NumericTable read(std::string_view text, bool takes_bounds = false) {
  RowChoice choice;
  if (takes_bounds) choice.takes_bounds = "t";
  return read_columns(text, "f", {"n", "t"}, choice);
}

std::string refusal(std::string_view text, bool takes_bounds = false) {
  try {
    read(text, takes_bounds);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(CellNumber, ADecimalCommaIsReadWhereACellShowsThatItIsOne) {
  EXPECT_THAT(read("n;t\n8;0,5\n16;1,5e-3\n").columns[1], ElementsAre(0.5, 1.5e-3));
  EXPECT_THAT(read("n;t\n8;1,024\n16;0,512\n").columns[1], ElementsAre(1.024, 0.512));
  EXPECT_THAT(read("n,t\n8,\"0,5\"\n").columns[1], ElementsAre(0.5));
}

TEST(CellNumber, CommasThatMayPartThousandsAreRefused) {
  EXPECT_EQ(refusal("n;t\n1,024;1\n2,048;2\n"),
            "f, line 2: '1,024' in column 'n' may have a decimal comma or a comma between "
            "thousands, expected the number without");
  EXPECT_EQ(refusal("n;t\n1,048,576;1\n"),
            "f, line 2: '1,048,576' in column 'n' has commas between thousands, expected none");
}

TEST(CellNumber, CommasAndPointsInOneFileAreRefused) {
  EXPECT_EQ(refusal("n;t\n1.024;0,5\n2.048;0,25\n"),
            "f, line 2: '0,5' in column 't' has a decimal comma, but '1.024' in column 'n' on line "
            "2 a point, expected one");
}

TEST(CellNumber, ReadsFortransExponents) {
  EXPECT_THAT(read("n,t\n1,1.0D-02\n2,-2.5d+1\n").columns[1], ElementsAre(0.01, -25));
  EXPECT_EQ(refusal("n,t\n1,2D\n"), "f, line 2: '2D' in column 't' is not a number");
  EXPECT_EQ(refusal("n,t\n1,1D2D3\n"), "f, line 2: '1D2D3' in column 't' is not a number");
}

TEST(CellNumber, BoundsAreTakenWhereTheyMayStand) {
  const NumericTable table = read("n,t\n1,<1e-6\n2,> 60\n3,timeout\n4,5\n5,≥ 7\n", true);
  EXPECT_THAT(table.columns[1],
              ElementsAre(1e-6, 60, std::numeric_limits<double>::infinity(), 5, 7));
  using enum Censoring;
  EXPECT_THAT(table.censoring, ElementsAre(below, above, above, none, above));
  EXPECT_TRUE(read("n,t\n1,2\n", true).censoring.empty());
}

TEST(CellNumber, BoundsAreNamedWhereTheyMayNot) {
  EXPECT_EQ(refusal("n,t\n1,2\n2,>60\n"),
            "f, line 3: '>60' in column 't' is a bound, expected a number; of the measurement, the "
            "median takes bounds");
  EXPECT_THAT(refusal("n,t\n>1,2\n", true), testing::HasSubstr("'>1' in column 'n' is a bound"));
  EXPECT_EQ(refusal("n,t\n1,>x\n", true), "f, line 2: 'x' in column 't' is not a number");
}

}  // namespace
}  // namespace asymptest::cli::cell_number_test
