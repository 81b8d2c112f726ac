#include "asymptest/experiment/formula/law_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <exception>
#include <vector>

namespace asymptest::law_text_test {
namespace {

using testing::HasSubstr;

const std::vector<std::string> axes{"n", "d", "t"};

/// What the record says of it, but for a curve's values all of the law.
std::string description_of(const std::string& text) { return parse_law(text, axes).describe(); }

TEST(ParseLaw, ReadsEveryKindAsItsFunctionMakesIt) {
  EXPECT_EQ(description_of("theta n^-0.5 d"), theta({{"n", -0.5}, {"d", 1}}).describe());
  EXPECT_EQ(description_of("at_most n^(-1/3)"), at_most({{"n", -1.0 / 3}}).describe());
  EXPECT_EQ(description_of("at_least n"), at_least({{"n", 1}}).describe());
  EXPECT_EQ(description_of("decays t 0.25"), decays("t", 0.25).describe());
  EXPECT_EQ(description_of(" always_at_least  -1 "), always_at_least(-1).describe());
  EXPECT_EQ(description_of("always_at_most 2"), always_at_most(2).describe());
  using Kind = Shape::Kind;
  EXPECT_EQ(description_of("increasing n"), has_shape({Kind::increasing, "n"}).describe());
  EXPECT_EQ(description_of("decreasing n"), has_shape({Kind::decreasing, "n"}).describe());
  EXPECT_EQ(description_of("peak d 100"), has_shape({Kind::peak, "d", 100}).describe());
  EXPECT_EQ(description_of("valley d 100"), has_shape({Kind::valley, "d", 100}).describe());
  EXPECT_EQ(description_of("descents d 2"),
            has_shape({.kind = Kind::descents, .axis = "d", .count = 2}).describe());
}

TEST(ParseLaw, ReadsTheFormulaOfAValue) {
  const Prediction law = parse_law("equals 2*n/(n + 1)", axes);
  EXPECT_EQ(predicted_by(std::get<ValueLaw>(law.kind()), {{"n", 3}}), 1.5);
}

TEST(ParseLaw, TakesAFactorInParenthesesAsAFormulaUnlessItIsAnAxis) {
  const Prediction law = parse_law("theta (n - d - 1)^-1 (d)", axes);
  const auto regressors = regressors_of(std::get<PowerLaw>(law.kind()), {{"n", 10}, {"d", 3}});
  EXPECT_EQ(regressors, (std::vector<double>{6, 3}));
}

TEST(ParseLaw, AFormulaMayHoldParentheses) {
  const Prediction law = parse_law("theta (n*log(n)^2)^-1", axes);
  const auto regressors = regressors_of(std::get<PowerLaw>(law.kind()), {{"n", std::exp(2.0)}});
  EXPECT_DOUBLE_EQ(regressors.front(), 4 * std::exp(2.0));
}

TEST(ParseLaw, TakesNamesInQuotes) {
  const std::vector<std::string> named{"wall time", "n"};
  EXPECT_EQ(parse_law("theta \"wall time\"^2 n", named).describe(),
            theta({{"wall time", 2}, {"n", 1}}).describe());
  EXPECT_EQ(parse_law("decays \"wall time\" 0.5", named).describe(),
            decays("wall time", 0.5).describe());
  EXPECT_EQ(parse_law("equals 2*\"wall time\"", named).describe(),
            parse_law("equals 2*n", named).describe());
}

TEST(ParseLaw, ReadsALawBesideAConstant) {
  EXPECT_EQ(description_of("E+n^-0.5"), theta({{"n", -0.5}}).plus_constant().describe());
  EXPECT_EQ(description_of("E + n^-0.5"), theta({{"n", -0.5}}).plus_constant().describe());
}

std::string refusal_of(const std::string& text) {
  try {
    parse_law(text, axes);
  } catch (const std::exception& problem) {
    return problem.what();
  }
  return "";
}

TEST(ParseLaw, SaysWhatItExpected) {
  EXPECT_THAT(refusal_of("tehta n"), HasSubstr("expected theta, at_most"));
  EXPECT_THAT(refusal_of(""), HasSubstr("expected theta, at_most"));
  EXPECT_THAT(refusal_of("theta"), HasSubstr("it ends"));
  EXPECT_THAT(refusal_of("theta m"), HasSubstr("an axis (n, d, t)"));
  EXPECT_THAT(refusal_of("decays t"), HasSubstr("decays AXIS RATE"));
  EXPECT_THAT(refusal_of("decays m 1"), HasSubstr("an axis in place of 'm'"));
  EXPECT_THAT(refusal_of("decays t fast"), HasSubstr("in place of 'fast'"));
  EXPECT_THAT(refusal_of("always_at_least"), HasSubstr("always_at_least NUMBER"));
  EXPECT_THAT(refusal_of("n^-1 + d^-1"), HasSubstr("at_least, E +, decays"));
  EXPECT_THAT(refusal_of("always_at_most"), HasSubstr("always_at_most NUMBER"));
  EXPECT_THAT(refusal_of("decreasing"), HasSubstr("decreasing AXIS"));
  EXPECT_THAT(refusal_of("peak d"), HasSubstr("peak AXIS NUMBER"));
  EXPECT_THAT(refusal_of("valley d"), HasSubstr("valley AXIS NUMBER"));
  EXPECT_THAT(refusal_of("descents d 0.5"), HasSubstr("whole number"));
  EXPECT_THAT(refusal_of("equals"), HasSubstr("it ends"));
  EXPECT_THAT(refusal_of("equals 2 n"), HasSubstr("at 'n'"));
}

}  // namespace
}  // namespace asymptest::law_text_test
