#include "asymptest/experiment/formula/expression.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace asymptest::expression_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

double value_of(const std::string& text) {
  const std::vector<std::string> axes{"n", "d"};
  return parse_expression(text, axes)({{"n", 8}, {"d", 3}});
}

TEST(ParseExpression, FollowsThePrecedenceOfArithmetic) {
  EXPECT_EQ(value_of("1 + 2 * 3"), 7);
  EXPECT_EQ(value_of("(1 + 2) * 3"), 9);
  EXPECT_EQ(value_of("8 - 4 - 2"), 2);
  EXPECT_EQ(value_of("8 / 4 / 2"), 1);
  EXPECT_EQ(value_of("2^3^2"), 512);
  EXPECT_EQ(value_of("-2^2"), -4);
  EXPECT_EQ(value_of("2^-1"), 0.5);
  EXPECT_EQ(value_of("2 * -3"), -6);
  EXPECT_EQ(value_of(" 1e-3*1000 "), 1);
}

TEST(ParseExpression, KnowsAxesConstantsAndFunctions) {
  EXPECT_EQ(value_of("n - d - 1"), 4);
  EXPECT_EQ(value_of("2*n/(d+1)"), 4);
  EXPECT_EQ(value_of("sqrt(2*log(n))"), std::sqrt(2 * std::log(8.0)));
  EXPECT_EQ(value_of("exp(-d) + abs(d - n)"), std::exp(-3.0) + 5);
  EXPECT_EQ(value_of("pi"), std::numbers::pi);
}

TEST(ParseExpression, TakesNamesInQuotes) {
  const std::vector<std::string> axes{"wall time", "n"};
  EXPECT_EQ(parse_expression("\"wall time\"/n", axes)({{"wall time", 6}, {"n", 2}}), 3);
  EXPECT_THROW(parse_expression("\"wall", axes), std::invalid_argument);
}

TEST(ParseExpression, NamesTheAxesOfAFormula) {
  EXPECT_THAT(axes_in("n*log(n)^2 + pi - \"wall time\"*exp(d)"),
              testing::ElementsAre("n", "wall time", "d"));
  EXPECT_THAT(axes_in("2^3"), testing::IsEmpty());
  EXPECT_THROW(axes_in("n n"), std::invalid_argument);
}

TEST(ParseExpression, SaysWhereAFormulaCantBeRead) {
  for (const char* text :
       {"", "1 +", "(1", "1)", "m", "sqrt 2", "sqrt(2", "2 3", "inf", "nan", "n n", "1..2"}) {
    EXPECT_THAT([&] { value_of(text); }, ThrowsMessage<std::invalid_argument>(
                                             HasSubstr(std::string("formula '") + text + "'")))
        << text;
  }
  EXPECT_THAT(
      [] { value_of("2 * m"); },
      ThrowsMessage<std::invalid_argument>(HasSubstr("at 'm', expected a number, an axis (n, d)")));
}

TEST(ParseExpression, ShowsANameWithBlanksAsItIsToBeWritten) {
  const std::vector<std::string> axes{"n", "train size"};
  EXPECT_THAT([&] { parse_expression("train size", axes); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("an axis (n, \"train size\")")));
}

}  // namespace
}  // namespace asymptest::expression_test
