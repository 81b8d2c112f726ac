#include "asymptest/check/rows/blocks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/data/input_error.hpp"
#include "asymptest/testing/example_request.hpp"

namespace asymptest::cli::blocks_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Prediction law = theta({{"N", -0.5}}).within(0.05);

CheckRequest grouped() {
  CheckRequest request = valid_request;
  request.rows.group = "run";
  return request;
}

CheckRequest paired() {
  CheckRequest request = valid_request;
  request.rows.pair = "seed";
  return request;
}

NumericTable table(std::vector<double> sizes, std::vector<double> values,
                   std::vector<std::string> blocks) {
  std::vector<std::size_t> lines(sizes.size());
  return {.columns = {std::move(sizes), std::move(values)},
          .lines = std::move(lines),
          .texts = {std::move(blocks)}};
}

std::string refusal(const CheckRequest& request, const NumericTable& rows,
                    const Prediction& prediction = law) {
  try {
    evidence_of_blocks(request, prediction, rows);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(Blocks, AGroupOfOneSizeIsOneTrial) {
  const auto evidence =
      evidence_of_blocks(grouped(), law, table({8, 8, 8, 4}, {1, 3, 10, 7}, {"a", "a", "b", "c"}));
  ASSERT_EQ(evidence.trials.size(), 2U);
  EXPECT_THAT(evidence.trials[0].values, ElementsAre(7));
  EXPECT_THAT(evidence.trials[1].values, ElementsAre(2, 10));
  EXPECT_FALSE(evidence.summaries);
}

TEST(Blocks, RowsOfABlockAreAveragedAsTheLawSpeaks) {
  CheckRequest request = grouped();
  request.summary = Summary::geometric_mean;
  const auto evidence =
      evidence_of_blocks(request, law, table({8, 8, 8}, {1, 4, 3}, {"a", "a", "b"}));
  constexpr double rounding = 1e-15;  // of a logarithm and an exponential near 1
  EXPECT_NEAR(evidence.trials[0].values[0], 2, rounding);
}

TEST(Blocks, PairsAreSummarisedTogether) {
  const NumericTable rows =
      table({4, 4, 2, 2, 8, 8}, {1, 2, 3, 6.1, 4, 8}, {"1", "2", "1", "2", "2", "1"});
  const auto evidence = evidence_of_blocks(paired(), law, rows);
  ASSERT_TRUE(evidence.summaries);
  EXPECT_THAT(evidence.trials[0].values, ElementsAre(3, 6.1));
  EXPECT_THAT(evidence.trials[2].values, ElementsAre(8, 4));
  EXPECT_TRUE(evidence_of_blocks(grouped(), law, rows).summaries) << "a group at every size";
}

TEST(Blocks, WhatASizeLacksIsNamedOrLeftOut) {
  const NumericTable rows =
      table({2, 2, 2, 4, 4, 8, 8}, {1, 2, 3, 4, 5, 6, 7}, {"1", "2", "3", "1", "2", "1", "2"});
  EXPECT_EQ(
      refusal(paired(), rows),
      "runs.csv: seed '3' is not at N=4, expected it at every size (--skip-missing leaves out "
      "those that are not)");
  EXPECT_EQ(refusal(grouped(), rows),
            "runs.csv: run '3' is not at N=4, expected it at every size or at one alone");
  CheckRequest request = paired();
  request.rows.skip_missing = true;
  EXPECT_EQ(evidence_of_blocks(request, law, rows).remark,
            "1 of seed is left out for a size that is missing");
}

TEST(Blocks, PairsAreOfPowerLaws) {
  EXPECT_THAT(refusal(paired(), table({2, 4}, {1, 2}, {"1", "1"}), decays("N", 1).within(0.1)),
              HasSubstr("--pair: 'seed' is at every size, which a power law alone"));
}

}  // namespace
}  // namespace asymptest::cli::blocks_test
