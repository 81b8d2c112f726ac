#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "asymptest/check/check.hpp"

namespace asymptest::cli::check_text_test {
namespace {

using testing::HasSubstr;

CheckAnswer answer_of(const Verdict& verdict) {
  return {.prediction = theta({{"N", -0.5}}).within(0.05), .verdict = verdict};
}

TEST(CheckText, SaysTheLimitThatItTookForGranted) {
  const Verdict verdict{.reason = "it is so"};
  CheckAnswer answer = answer_of(verdict);
  EXPECT_THAT(check_text(answer),
              HasSubstr("read as N -> infinity; if N is a small parameter: --towards 0\n"));
  answer.prediction.towards(Towards::infinity);
  EXPECT_THAT(check_text(answer), testing::Not(HasSubstr("read as")));
}

TEST(CheckText, PrintsOneJsonObjectWithNullsForOpenEnds) {
  Verdict verdict{.outcome = Outcome::supported, .reason = "it is so", .alpha = 0.01};
  verdict.estimates = {{"N", -0.5, -0.52, -0.48, -0.5, -INFINITY, -0.45}};
  verdict.goodness_of_fit = NAN;
  verdict.points = {{.trials = 3}, {.trials = 4}};
  const auto json = nlohmann::json::parse(check_json(answer_of(verdict)));
  EXPECT_EQ(json["verdict"], "supported");
  EXPECT_EQ(json["exponents"][0]["name"], "N");
  EXPECT_EQ(json["exponents"][0]["towards"], "infinity");
  EXPECT_EQ(json["exponents"][0]["estimate"], -0.5);
  EXPECT_EQ(json["exponents"][0]["lower"], -0.52);
  EXPECT_EQ(json["exponents"][0]["upper"], -0.48);
  EXPECT_TRUE(json["exponents"][0]["band_lower"].is_null());
  EXPECT_TRUE(json["goodness_of_fit"].is_null());
  EXPECT_EQ(json["trials"], 7);
}

TEST(CheckText, BeginsWithTheVerdictAndItsReason) {
  const Verdict verdict{.reason = "the exponent may be anything"};
  EXPECT_THAT(check_text(answer_of(verdict)),
              testing::StartsWith("inconclusive: the exponent may be anything.\n"));
}

TEST(CheckText, SaysHowTheFileWasRead) {
  CheckAnswer answer = answer_of({.reason = "it is so"});
  answer.format = "cells separated by ';'";
  EXPECT_THAT(check_text(answer), HasSubstr("  read with cells separated by ';'\n"));
}

TEST(CheckText, NamesTheQuantityOfOtherLaws) {
  CheckAnswer answer{.prediction = decays("t", 0.1).within(0.05),
                     .verdict = {.reason = "it is so"}};
  answer.verdict.estimates = {{"t", 0.1, 0.09, 0.11, 0.1, 0.095, 0.105}};
  EXPECT_THAT(check_text(answer), HasSubstr("decay rate in t: 0.1, "));
  const auto json = nlohmann::json::parse(check_json(answer));
  EXPECT_EQ(json["estimates"][0]["quantity"], "decay rate in t");
}

}  // namespace
}  // namespace asymptest::cli::check_text_test
