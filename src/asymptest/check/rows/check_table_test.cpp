#include "asymptest/check/rows/check_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/data/input_error.hpp"
#include "asymptest/testing/example_request.hpp"

namespace asymptest::cli::check_table_test {
namespace {

using testing::ElementsAre;

TEST(CheckTable, LeavesOutTheSizesBeyondTheBounds) {
  const NumericTable table{.columns = {{8, 16, 32, 64}, {1, 2, 3, 4}}, .lines = {2, 3, 4, 5}};
  CheckRequest request = valid_request;
  request.rows.from = {"16"};
  request.rows.up_to = {"N=32"};
  EXPECT_THAT(within_bounds(request, table).columns[0], ElementsAre(16, 32));
  EXPECT_THAT(within_bounds(request, table).lines, ElementsAre(3, 4));
  NumericTable named = table;
  named.texts = {{"a", "b", "c", "d"}};
  EXPECT_THAT(within_bounds(request, named).texts[0], ElementsAre("b", "c"));
  EXPECT_THAT(within_bounds(valid_request, named).texts[0], ElementsAre("a", "b", "c", "d"));
  const auto message = [&] {
    try {
      within_bounds(request, table);
    } catch (const InputError& problem) {
      return std::string(problem.what());
    }
    return std::string("accepted");
  };
  request.rows.from = {"100"};
  EXPECT_EQ(
      message(),
      "runs.csv: no row lies within --from 100 and --up-to N=32 (column 'N' goes from 8 to 64)");
  request.rows.from = {"many"};
  EXPECT_EQ(message(),
            "--from: 'many' is no size, expected a number, or NAME=NUMBER for one column");
  request.rows.from = {"d=8"};
  EXPECT_EQ(message(), "--from: 'd' is no --x column");
}

}  // namespace
}  // namespace asymptest::cli::check_table_test
