#include "asymptest/data/prediction_text.hpp"

#include <gtest/gtest.h>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli::prediction_text_test {
namespace {

std::string read(std::string_view text) { return parse_power_law(text).describe(); }

std::string refusal(std::string_view text) {
  try {
    parse_power_law(text);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(PredictionText, ReadsTheRelationAndTheFactors) {
  EXPECT_EQ(read("theta N^-0.5"), "theta (N)^-0.5");
  EXPECT_EQ(read("at_most n^0.5 d^.5  p^-5e-1"), "at_most (n)^0.5 (d)^0.5 (p)^-0.5");
  EXPECT_EQ(read("  at_least m "), "at_least (m)^1");
  EXPECT_EQ(read("theta N^0"), "theta (N)^0");
}

TEST(PredictionText, ReadsFractionsExactly) {
  const Prediction prediction = parse_power_law("theta N^(-1/3)");
  EXPECT_EQ(std::get<PowerLaw>(prediction.kind()).factors.front().exponent, -1.0 / 3);
  EXPECT_EQ(read("theta N^(2)"), "theta (N)^2");
  EXPECT_EQ(read("theta N^+2"), "theta (N)^2");
}

TEST(PredictionText, ReadsAConstantBeforeOrBehind) {
  for (const auto* text : {"E + N^-0.35", "E+N^-0.35", "theta E + N^-0.35", "theta N^-0.35 + E",
                           "theta N^-0.35 + constant", "theta N^-0.35 +const "}) {
    EXPECT_EQ(read(text), "theta (N)^-0.35 + constant") << text;
  }
  EXPECT_EQ(read("at_most N^-1 + E"), "at_most (N)^-1 + constant");
  EXPECT_EQ(read("theta E^-1"), "theta (E)^-1") << "a column of that name";
  EXPECT_EQ(read(read("E + (train size)^-1")), "theta (train size)^-1 + constant");
  EXPECT_EQ(
      refusal("theta N^-1 + 3"),
      "--predict 'theta N^-1 + 3': at '+ 3', expected a second power, D^-0.28, or '+ constant' "
      "at the end");
  EXPECT_EQ(refusal("E + N^-1 D^-1"),
            "--predict 'E + N^-1 D^-1': at 'E + N^-1 D^-1', expected a constant beside one factor "
            "alone, or beside a sum of two");
}

TEST(PredictionText, ReadsASumOfTwoPowers) {
  EXPECT_EQ(read("E + N^-0.34 + D^-0.28"), "theta (N)^-0.34 + (D)^-0.28 + constant");
  EXPECT_EQ(read("theta N^-1 + D^0.5"), "theta (N)^-1 + (D)^0.5");
  EXPECT_EQ(read(read("theta N^-0.34 + D^-0.28 + E")), "theta (N)^-0.34 + (D)^-0.28 + constant");
  EXPECT_TRUE(std::get<PowerLaw>(parse_power_law("theta N^-1 + D^0.5").kind()).is_sum);
  EXPECT_EQ(refusal("at_most N^-1 + D^0.5"),
            "--predict 'at_most N^-1 + D^0.5': at 'at_most N^-1 + D^0.5', expected a sum of two "
            "powers, with theta or no relation before it");
}

TEST(PredictionText, ReadsNamesInParentheses) {
  EXPECT_EQ(read("theta (train size)^-0.5 (a^b)^1"), "theta (train size)^-0.5 (a^b)^1");
  EXPECT_EQ(read("theta (n*log(n)^2)^-1 p"), "theta (n*log(n)^2)^-1 (p)^1");
}

TEST(PredictionText, ReadsNamesInQuotes) {
  EXPECT_EQ(read("theta \"train size\"^-0.5 \"a)\""), "theta (train size)^-0.5 (a))^1");
  EXPECT_EQ(refusal("theta \"N^-1"),
            "--predict 'theta \"N^-1': at '\"N^-1', expected a closing quote");
}

TEST(PredictionText, ReadsWhatAPredictionSaysOfItself) {
  EXPECT_EQ(read(read("at_most n^0.5 (train size)^-1")), "at_most (n)^0.5 (train size)^-1");
}

TEST(PredictionText, SaysWhatItCanNotReadAndWhatItExpects) {
  EXPECT_EQ(refusal(""), "--predict '': it ends, expected theta, at_most or at_least");
  EXPECT_EQ(refusal("Theta N^-1"),
            "--predict 'Theta N^-1': at 'Theta', expected theta, at_most or at_least");
  EXPECT_EQ(refusal("theta"), "--predict 'theta': it ends, expected the name of a column");
  EXPECT_EQ(refusal("theta N^"),
            "--predict 'theta N^': it ends, expected a number as the exponent");
  EXPECT_EQ(refusal("theta N^x"),
            "--predict 'theta N^x': at 'x', expected a number as the exponent");
  EXPECT_EQ(refusal("theta N^nan"),
            "--predict 'theta N^nan': at 'nan', expected a number as the exponent");
  EXPECT_EQ(refusal("theta N^-1/3"),
            "--predict 'theta N^-1/3': at '/3', expected a space before the next factor (fractions "
            "need parentheses: N^(-1/3))");
  EXPECT_EQ(
      refusal("theta N^(-1/3"),
      "--predict 'theta N^(-1/3': at '(-1/3', expected a number or a fraction such as (-1/3)");
  EXPECT_EQ(refusal("theta N^(1/0)"),
            "--predict 'theta N^(1/0)': at '(1/0)', expected a finite exponent");
  EXPECT_EQ(refusal("theta (N^-1"),
            "--predict 'theta (N^-1': at '(N^-1', expected a closing parenthesis");
  EXPECT_EQ(refusal("theta N^-1 N^-1"),
            "--predict 'theta N^-1 N^-1': at 'N', expected each column once");
}

}  // namespace
}  // namespace asymptest::cli::prediction_text_test
