#include "asymptest/check/check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli::check_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const CheckRequest valid{
    .file = "runs.csv", .sizes = {"N"}, .value = "loss", .law = "theta N^-0.5", .band = 0.05};

std::string refusal(const CheckRequest& request) {
  try {
    prediction_of(request);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

// The valid request with one thing changed.
template <class Value>
std::string refusal_with(Value CheckRequest::*field, const Value& value) {
  CheckRequest request = valid;
  request.*field = value;
  return refusal(request);
}

TEST(Check, RequestsAreTurnedIntoAPrediction) {
  CheckRequest request = valid;
  request.up_to_logs = true;
  request.correction = 0.5;
  request.summary = Summary::median;
  EXPECT_EQ(prediction_of(request).describe(),
            "theta (N)^-0.5 up to logs, correction x^-0.5, band 0.05, of the median");
}

TEST(Check, APeriodBelongsToALawOfOneFactor) {
  CheckRequest request = valid;
  request.period = 3;
  EXPECT_EQ(prediction_of(request).describe(), "theta (N)^-0.5, period 3, band 0.05");
  request.law = "theta N^-0.5 d^1";
  request.sizes = {"N", "d"};
  EXPECT_EQ(refusal(request), "--period: expected a law of one factor, --predict has 2");
}

TEST(Check, ALawBesideAConstantHasNoFurtherOptions) {
  CheckRequest request = valid;
  request.law = "E + N^-0.5";
  EXPECT_EQ(prediction_of(request).describe(), "theta (N)^-0.5 + constant, band 0.05");
  request.up_to_logs = true;
  EXPECT_THAT(refusal(request), HasSubstr("a law beside a constant, expected neither"));
}

TEST(Check, OptionsThatAreNoUseAreNamedWithWhatIsExpected) {
  EXPECT_EQ(refusal(valid), "accepted");
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

TEST(Check, FactorsAndSizesMustAgree) {
  EXPECT_EQ(refusal_with(&CheckRequest::law, std::string("theta N^-0.5 d^1")),
            "--predict: factor 'd' is no --x column");
  EXPECT_EQ(refusal_with(&CheckRequest::sizes, {"N", "d"}),
            "--x: column 'd' is no factor of --predict");
  EXPECT_EQ(refusal_with(&CheckRequest::sizes, {"N", "N"}), "--x: column 'N' is named twice");
  EXPECT_EQ(refusal_with(&CheckRequest::sizes, {}),
            "--x: names no column, expected one or several");
  EXPECT_EQ(refusal_with(&CheckRequest::value, std::string("N")),
            "--x and --y both name column 'N'");
}

TEST(Check, RowsOfEqualSizesAreTheTrialsOfOnePoint) {
  const NumericTable table{{{32, 16, 32, 64, 128, 16}, {1, 2, 3, 4, 5, 6}}, {2, 3, 4, 5, 6, 7}};
  const auto trials = trials_of(valid, table);
  ASSERT_EQ(trials.size(), 4U);
  EXPECT_EQ(trials[0].at, Point({{"N", 16}}));
  EXPECT_THAT(trials[0].values, ElementsAre(2, 6));
  EXPECT_THAT(trials[1].values, ElementsAre(1, 3));
}

TEST(Check, SeveralSizesMakeAPointTogether) {
  CheckRequest request = valid;
  request.sizes = {"n", "d"};
  const NumericTable table{{{1, 1, 2, 3, 4}, {1, 2, 1, 3, 4}, {5, 6, 7, 8, 9}}, {2, 3, 4, 5, 6}};
  const auto trials = trials_of(request, table);
  ASSERT_EQ(trials.size(), 5U);
  EXPECT_EQ(trials[1].at.key(), "n=1,d=2");
}

std::string refusal(const NumericTable& table, const CheckRequest& request = valid) {
  try {
    trials_of(request, table);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(Check, WhatHasNoLogarithmIsNamedWithItsLine) {
  CheckRequest geometric = valid;
  geometric.summary = Summary::geometric_mean;
  EXPECT_EQ(refusal({{{1, 2, 3, 4}, {1, 0, 1, 1}}, {2, 3, 5, 6}}), "accepted");
  EXPECT_EQ(refusal({{{1, 2, 3, 4}, {1, 0, 1, 1}}, {2, 3, 5, 6}}, geometric),
            "runs.csv, line 3: column 'loss' is 0, expected a positive number (its logarithm is "
            "taken)");
  EXPECT_EQ(refusal({{{1, 2, -3, 4}, {1, 1, 1, -1}}, {2, 3, 5, 6}}),
            "runs.csv, line 5: column 'N' is -3, expected a positive number (its logarithm is "
            "taken)");
}

TEST(Check, FewerThanFourSizesAreListed) {
  EXPECT_EQ(refusal({{{32, 16, 64, 16}, {1, 1, 1, 1}}, {2, 3, 4, 5}}),
            "runs.csv: column 'N' has 3 different sizes (16, 32, 64), expected at least 4");
}

TEST(Check, TheLimitIsSaidForEveryColumnOrOne) {
  CheckRequest request = valid;
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

TEST(Check, SaysTheLimitThatItTookForGranted) {
  Verdict verdict{.reason = "it is so"};
  EXPECT_THAT(check_text(valid, verdict),
              HasSubstr("read as N -> infinity; if N is a small parameter: --towards 0\n"));
  CheckRequest said = valid;
  said.towards = {"infinity"};
  EXPECT_THAT(check_text(said, verdict), testing::Not(HasSubstr("read as")));
}

TEST(Check, PrintsOneJsonObjectWithNullsForOpenEnds) {
  Verdict verdict{.outcome = Outcome::supported, .reason = "it is so", .alpha = 0.01};
  verdict.estimates = {{"N", -0.5, -0.52, -0.48, -0.5, -INFINITY, -0.45}};
  verdict.goodness_of_fit = NAN;
  verdict.points = {{.trials = 3}, {.trials = 4}};
  const auto json = nlohmann::json::parse(check_json(valid, verdict));
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

TEST(Check, BeginsWithTheVerdictAndItsReason) {
  const Verdict verdict{.reason = "the exponent may be anything"};
  EXPECT_THAT(check_text(valid, verdict),
              testing::StartsWith("inconclusive: the exponent may be anything.\n"));
}

TEST(Check, LeavesOutTheSizesBeyondTheBounds) {
  const NumericTable table{.columns = {{8, 16, 32, 64}, {1, 2, 3, 4}}, .lines = {2, 3, 4, 5}};
  CheckRequest request = valid;
  request.from = {"16"};
  request.up_to = {"N=32"};
  EXPECT_THAT(within_bounds(request, table).columns[0], ElementsAre(16, 32));
  EXPECT_THAT(within_bounds(request, table).lines, ElementsAre(3, 4));
  const auto message = [&] {
    try {
      within_bounds(request, table);
    } catch (const InputError& problem) {
      return std::string(problem.what());
    }
    return std::string("accepted");
  };
  request.from = {"100"};
  EXPECT_EQ(message(), "runs.csv: no row lies within --from and --up-to");
  request.from = {"many"};
  EXPECT_EQ(message(),
            "--from: 'many' is no size, expected a number, or NAME=NUMBER for one column");
  request.from = {"d=8"};
  EXPECT_EQ(message(), "--from: 'd' is no --x column");
}

TEST(Check, TakesPublishedMeansWithTheirErrors) {
  CheckRequest request = valid;
  request.standard_error = "se";
  EXPECT_THAT(columns_of(request), ElementsAre("N", "loss", "se"));
  const NumericTable table{.columns = {{8, 16}, {2, 1}, {0.2, 0.05}}, .lines = {2, 3}};
  const Statistics known = published(request, table);
  EXPECT_TRUE(known.noise_is_known);
  EXPECT_GE(known.degrees, 1e6) << "as good as known";
  EXPECT_DOUBLE_EQ(known.points[0].log_value, std::log(2.0));
  EXPECT_DOUBLE_EQ(known.points[0].error, 0.1);
  request.trials = "n";
  const NumericTable counted{.columns = {{8, 16}, {2, 1}, {0.2, 0.05}, {5, 3}}, .lines = {2, 3}};
  EXPECT_EQ(published(request, counted).degrees, 6);
  EXPECT_EQ(published(request, counted).points[1].trials, 3);
  const NumericTable twice{.columns = {{8, 8}, {2, 1}, {0.2, 0.05}, {5, 3}}, .lines = {2, 3}};
  EXPECT_THROW(published(request, twice), InputError);
  const NumericTable none{.columns = {{8, 16}, {2, 1}, {0.2, 0}, {5, 3}}, .lines = {2, 3}};
  EXPECT_THROW(published(request, none), InputError);
}

}  // namespace
}  // namespace asymptest::cli::check_test
