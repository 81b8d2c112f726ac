#include "asymptest/check/check_prediction.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/testing/example_request.hpp"

namespace asymptest::cli::check_prediction_test {
namespace {

using testing::HasSubstr;

std::string refusal(const CheckRequest& request) { return refusal_of(prediction_of, request); }

template <class Value>
std::string refusal_with(Value CheckRequest::*field, const Value& value) {
  return refusal(request_with(field, value));
}

TEST(CheckPrediction, RequestsAreTurnedIntoAPrediction) {
  CheckRequest request = valid_request;
  request.up_to_logs = true;
  request.correction = 0.5;
  request.summary = Summary::median;
  EXPECT_EQ(prediction_of(request).describe(),
            "theta (N)^-0.5 up to logs, correction x^-0.5, band 0.05, of the median");
}

TEST(CheckPrediction, NobodyKnowsOfPeoplesDataWhereTheyBeginOrWhetherTheyAreCosts) {
  const auto law = std::get<PowerLaw>(prediction_of(valid_request).kind());
  EXPECT_TRUE(law.may_begin_early);
  EXPECT_TRUE(law.may_be_cost);
}

TEST(CheckPrediction, NobodyKnowsWhatPeoplesDataHideUnlessTheySaySo) {
  CheckRequest request = valid_request;
  EXPECT_TRUE(std::get<PowerLaw>(prediction_of(request).kind()).may_hide_terms);
  request.no_hidden_terms = true;
  EXPECT_FALSE(std::get<PowerLaw>(prediction_of(request).kind()).may_hide_terms);
  EXPECT_TRUE(std::get<PowerLaw>(prediction_of(request).kind()).no_logarithms);
  request.law = "increasing N";
  EXPECT_THAT(refusal(request), HasSubstr("--no-hidden-terms: of a power law alone"));
}

TEST(CheckPrediction, APeriodBelongsToALawOfOneFactor) {
  CheckRequest request = valid_request;
  request.period = 3;
  EXPECT_EQ(prediction_of(request).describe(), "theta (N)^-0.5, period 3, band 0.05");
  request.law = "theta N^-0.5 d^1";
  request.sizes = {"N", "d"};
  EXPECT_EQ(refusal(request), "--period: expected a law of one factor, --predict has 2");
}

TEST(CheckPrediction, ALawBesideAConstantHasNoFurtherOptions) {
  CheckRequest request = valid_request;
  request.law = "E + N^-0.5";
  EXPECT_EQ(prediction_of(request).describe(), "theta (N)^-0.5 + constant, band 0.05");
  request.up_to_logs = true;
  EXPECT_THAT(refusal(request), HasSubstr("a law beside a constant, expected neither"));
}

TEST(CheckPrediction, FactorsAndSizesMustAgree) {
  EXPECT_THAT(refusal_with(&CheckRequest::law, std::string("theta N^-0.5 d^1")),
              HasSubstr("at 'd', expected a number, an axis (N)"));
  EXPECT_EQ(refusal_with(&CheckRequest::sizes, {"N", "d"}),
            "--x: column 'd' is no factor of --predict");
  EXPECT_EQ(refusal_with(&CheckRequest::sizes, {"N", "N"}), "--x: column 'N' is named twice");
  EXPECT_EQ(refusal_with(&CheckRequest::sizes, {}),
            "--x: names no column, expected one or several");
  EXPECT_EQ(refusal_with(&CheckRequest::value, std::string("N")),
            "--x and --y both name column 'N'");
}

TEST(CheckPrediction, TheLimitIsSaidForEveryColumnOrOne) {
  CheckRequest request = valid_request;
  request.sizes = {"n", "h"};
  request.law = "theta n^-1 h^2";
  request.towards = {"0"};
  EXPECT_EQ(prediction_of(request).describe(), "theta (n)^-1 (h)^2, n -> 0, h -> 0, band 0.05");
  request.towards = {"infinity", "h=0"};
  EXPECT_EQ(prediction_of(request).describe(),
            "theta (n)^-1 (h)^2, n -> infinity, h -> 0, band 0.05");
  request.towards = {"h=1"};
  EXPECT_EQ(refusal(request),
            "--towards: 'h=1' is no limit, expected 0 or infinity, or NAME=0 for one column");
  request.towards = {"k=0"};
  EXPECT_EQ(refusal(request), "--towards: 'k' is no --x column");
}

std::string described(const std::string& law, std::vector<std::string> sizes = {"N"}) {
  CheckRequest request = valid_request;
  request.law = law;
  request.sizes = std::move(sizes);
  return prediction_of(request).describe();
}

TEST(CheckPrediction, TakesLawsOfEveryKind) {
  EXPECT_EQ(described("equals 2*N"), "equals its predicted value, band 0.05");
  EXPECT_EQ(described("decays N 0.1"), "decays in N at rate 0.1, band 0.05");
  EXPECT_EQ(described("always_at_most 1"), "always <= 1, band 0.05");
  EXPECT_EQ(described("peak N 100"), "peak in N at 100, band 0.05");
  EXPECT_EQ(described("E + N^-0.5"), "theta (N)^-0.5 + constant, band 0.05");
}

TEST(CheckPrediction, AFactorMayBeAFormulaOfSeveralColumns) {
  EXPECT_EQ(described("theta (p - n - 1)^-1", {"p", "n"}), "theta (p - n - 1)^-1, band 0.05");
  CheckRequest request = valid_request;
  request.law = "theta (N*log(N))^1";
  request.towards = {"N*log(N)=infinity"};
  EXPECT_EQ(refusal(request), "accepted");
  request.towards = {"N=infinity"};
  EXPECT_EQ(refusal(request), "--towards: 'N' is no factor of --predict");
}

TEST(CheckPrediction, OptionsThatALawDoesNotHaveAreNamed) {
  CheckRequest request = valid_request;
  request.law = "equals 2*N";
  request.towards = {"0"};
  EXPECT_THAT(refusal(request), HasSubstr("--towards: of a power law alone"));
  request = valid_request;
  request.chance = 0.1;
  EXPECT_THAT(refusal(request), HasSubstr("--but-for-chance: of 'always_at_least'"));
  request.law = "always_at_least 0";
  EXPECT_EQ(refusal(request), "accepted");
  request.summary = Summary::median;
  EXPECT_THAT(refusal(request), HasSubstr("--summary: 'always' speaks of every trial"));
}

}  // namespace
}  // namespace asymptest::cli::check_prediction_test
