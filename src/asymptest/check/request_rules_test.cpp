#include "asymptest/check/request_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/testing/example_request.hpp"

namespace asymptest::cli::request_rules_test {
namespace {

using testing::HasSubstr;

std::string refusal(const CheckRequest& request) { return refusal_of(require_sound, request); }

template <class Value>
std::string refusal_with(Value CheckRequest::*field, const Value& value) {
  return refusal(request_with(field, value));
}

TEST(RequestRules, OptionsThatAreNoUseAreNamedWithWhatIsExpected) {
  EXPECT_EQ(refusal(valid_request), "accepted");
  EXPECT_EQ(refusal_with(&CheckRequest::band, 0.0),
            "--within: 0 is no band, expected a positive number");
  EXPECT_EQ(refusal_with(&CheckRequest::band, std::nan("")),
            "--within: nan is no band, expected a positive number");
  for (const double alpha : {0.0, 0.5, -0.1}) {
    EXPECT_THAT(refusal_with(&CheckRequest::alpha, alpha),
                HasSubstr("is no chance of a wrong verdict, expected a number between 0 and 0.5"));
  }
  EXPECT_EQ(refusal_with(&CheckRequest::correction, std::optional<double>(-1)),
            "--correction: -1 is no exponent, expected a positive number");
  EXPECT_EQ(refusal_with(&CheckRequest::period, std::optional<double>(1)),
            "--period: 1 is no ratio of sizes, expected a number above 1");
}

TEST(RequestRules, ColumnsOfErrorsMustAgree) {
  CheckRequest request = valid_request;
  request.errors.lower = "lo";
  EXPECT_THAT(refusal(request), HasSubstr("--lower and --upper: expected both"));
  request.errors.upper = "hi";
  EXPECT_EQ(refusal(request), "accepted");
  request.errors.confidence = 1;
  EXPECT_THAT(refusal(request), HasSubstr("--confidence: 1 is no confidence"));
  request.errors = {.trials = "n"};
  EXPECT_THAT(refusal(request), HasSubstr("--n: expected --se"));
}

TEST(RequestRules, WhatAssumesNothingNeedsNoPairsAndTakesCounts) {
  CheckRequest request = valid_request;
  request.errors.trials = "n";
  request.summary = Summary::proportion;
  EXPECT_EQ(refusal(request), "accepted");
  request.rows.pair = "seed";
  EXPECT_THAT(refusal(request), HasSubstr("expected neither --bounded nor --summary proportion"));
  request = valid_request;
  request.range = ValueRange{0, 1};
  request.summary = Summary::median;
  EXPECT_THAT(refusal(request), HasSubstr("--bounded: of a mean"));
}

TEST(RequestRules, BlocksAreOfMeansOfTrials) {
  CheckRequest request = valid_request;
  request.rows.pair = "seed";
  EXPECT_EQ(refusal(request), "accepted");
  request.summary = Summary::median;
  EXPECT_EQ(refusal(request), "--pair: of means, expected --summary mean or geometric-mean");
  request.summary = Summary::mean;
  request.errors.standard_error = "se";
  EXPECT_THAT(refusal(request), HasSubstr("--pair: of trials, expected no --se"));
  request.errors = {};
  request.rows.group = "run";
  EXPECT_EQ(refusal(request), "--pair and --group: expected one of them");
}

}  // namespace
}  // namespace asymptest::cli::request_rules_test
