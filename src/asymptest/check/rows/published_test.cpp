#include "asymptest/check/rows/published.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/check/rows/check_table.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/testing/example_request.hpp"

namespace asymptest::cli::published_test {
namespace {

using testing::ElementsAre;

TEST(Published, TakesPublishedMeansWithTheirErrors) {
  CheckRequest request = valid_request;
  request.errors.standard_error = "se";
  EXPECT_THAT(columns_of(request), ElementsAre("N", "loss", "se"));
  const NumericTable table{.columns = {{8, 16}, {2, 1}, {0.2, 0.05}}, .lines = {2, 3}};
  const Statistics known = published(request, table);
  EXPECT_TRUE(known.noise_is_known);
  EXPECT_GE(known.degrees, 1e6) << "as good as known";
  EXPECT_DOUBLE_EQ(known.points[0].log_value, std::log(2.0));
  EXPECT_DOUBLE_EQ(known.points[0].error, 0.1);
  request.errors.trials = "n";
  const NumericTable counted{.columns = {{8, 16}, {2, 1}, {0.2, 0.05}, {5, 3}}, .lines = {2, 3}};
  EXPECT_EQ(published(request, counted).degrees, 6);
  EXPECT_EQ(published(request, counted).points[1].trials, 3);
  const NumericTable twice{.columns = {{8, 8}, {2, 1}, {0.2, 0.05}, {5, 3}}, .lines = {2, 3}};
  EXPECT_THROW(published(request, twice), InputError);
  const NumericTable none{.columns = {{8, 16}, {2, 1}, {0.2, 0}, {5, 3}}, .lines = {2, 3}};
  EXPECT_THROW(published(request, none), InputError);
}

TEST(Published, TakesIntervalsAboutAMean) {
  CheckRequest request = valid_request;
  request.errors = {.lower = "lo", .upper = "hi"};
  EXPECT_THAT(columns_of(request), ElementsAre("N", "loss", "lo", "hi"));
  // 95 %: 1.96 errors on either side, as a product where the lower end is positive.
  const double z = 1.959963984540054;
  const NumericTable table{.columns = {{8, 16, 32},
                                       {2, 1, 1},
                                       {2 * std::exp(-0.1 * z), 1 - 0.5 * z - 1e-12, 1},
                                       {2 * std::exp(0.1 * z), 1 + 0.5 * z + 1e-12, 1}},
                           .lines = {2, 3, 4}};
  NumericTable first = table;
  for (auto& column : first.columns) column.pop_back();
  first.lines.pop_back();
  const Statistics known = published(request, first);
  constexpr double rounding = 1e-14;  // of logarithms of order 1, over 1.96
  EXPECT_NEAR(known.points[0].error, 0.1, rounding);
  EXPECT_THROW(published(request, table), InputError) << "an interval without width";
}

TEST(Published, AnIntervalHoldsItsMean) {
  CheckRequest request = valid_request;
  request.errors = {.lower = "lo", .upper = "hi"};
  try {
    published(request, {.columns = {{8}, {2}, {2.5}, {3}}, .lines = {7}});
    FAIL();
  } catch (const InputError& problem) {
    EXPECT_STREQ(problem.what(),
                 "runs.csv, line 7: column 'lo' is 2.5, expected the mean, 2, at most");
  }
}

}  // namespace
}  // namespace asymptest::cli::published_test
