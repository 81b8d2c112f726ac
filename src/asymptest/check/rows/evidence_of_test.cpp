#include "asymptest/check/rows/evidence_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/check/check_prediction.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/testing/example_request.hpp"

namespace asymptest::cli::evidence_of_test {
namespace {

using testing::ElementsAre;

std::vector<PointTrials> trials_in(const NumericTable& table,
                                   const CheckRequest& request = valid_request) {
  return trials_of(request, prediction_of(request), table);
}

TEST(EvidenceOf, RowsOfEqualSizesAreTheTrialsOfOnePoint) {
  const NumericTable table{{{32, 16, 32, 64, 128, 16}, {1, 2, 3, 4, 5, 6}}, {2, 3, 4, 5, 6, 7}};
  const auto trials = trials_in(table);
  ASSERT_EQ(trials.size(), 4U);
  EXPECT_EQ(trials[0].at, Point({{"N", 16}}));
  EXPECT_THAT(trials[0].values, ElementsAre(2, 6));
  EXPECT_THAT(trials[1].values, ElementsAre(1, 3));
}

TEST(EvidenceOf, SeveralSizesMakeAPointTogether) {
  CheckRequest request = valid_request;
  request.sizes = {"n", "d"};
  request.law = "theta n d";
  const NumericTable table{{{1, 1, 2, 3, 4}, {1, 2, 1, 3, 4}, {5, 6, 7, 8, 9}}, {2, 3, 4, 5, 6}};
  const auto trials = trials_in(table, request);
  ASSERT_EQ(trials.size(), 5U);
  EXPECT_EQ(trials[1].at.key(), "n=1,d=2");
}
std::string refusal(const NumericTable& table, const CheckRequest& request = valid_request) {
  try {
    trials_in(table, request);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(EvidenceOf, WhatHasNoLogarithmIsNamedWithItsLine) {
  CheckRequest geometric = valid_request;
  geometric.summary = Summary::geometric_mean;
  EXPECT_EQ(refusal({{{1, 2, 3, 4}, {1, 0, 1, 1}}, {2, 3, 5, 6}}), "accepted");
  EXPECT_EQ(refusal({{{1, 2, 3, 4}, {1, 0, 1, 1}}, {2, 3, 5, 6}}, geometric),
            "runs.csv, line 3: column 'loss' is 0, expected a positive number (its logarithm is "
            "taken)");
  EXPECT_EQ(refusal({{{1, 2, -3, 4}, {1, 1, 1, -1}}, {2, 3, 5, 6}}),
            "runs.csv, line 5: column 'N' is -3, expected a positive number (its logarithm is "
            "taken)");
}

TEST(EvidenceOf, FewerThanFourSizesAreListed) {
  EXPECT_EQ(refusal({{{32, 16, 64, 16}, {1, 1, 1, 1}}, {2, 3, 4, 5}}),
            "runs.csv: column 'N' has 3 different sizes (16, 32, 64), expected at least 4");
}

TEST(EvidenceOf, OtherLawsTakeSizesOfEitherSign) {
  CheckRequest request = valid_request;
  request.law = "increasing N";
  EXPECT_EQ(trials_in({{{0, -1}, {1, 2}}, {2, 3}}, request).size(), 2U);
}

}  // namespace
}  // namespace asymptest::cli::evidence_of_test
