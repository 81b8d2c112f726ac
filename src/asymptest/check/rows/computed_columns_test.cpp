#include "asymptest/check/rows/computed_columns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/data/input_error.hpp"
#include "asymptest/data/table.hpp"

namespace asymptest::cli::computed_columns_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

NumericTable file(const std::vector<std::string>& names) {
  return read_columns("n,p\n2,8\n4,16\n", "runs.csv", names);
}

NumericTable with(const std::vector<std::string>& let, const std::vector<std::string>& names) {
  return with_computed(let, "runs.csv", names, file);
}

std::string refusal(const std::vector<std::string>& let, const std::vector<std::string>& names) {
  try {
    with(let, names);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(ComputedColumns, AreComputedRowByRowFromOthers) {
  const auto table = with({"gap = p - n - 1", "twice=2*gap"}, {"twice", "n", "gap"});
  EXPECT_THAT(table.columns[0], ElementsAre(10, 22));
  EXPECT_THAT(table.columns[1], ElementsAre(2, 4));
  EXPECT_THAT(table.columns[2], ElementsAre(5, 11));
}

TEST(ComputedColumns, MayTakeThePlaceOfAColumn) {
  EXPECT_THAT(with({"n = 2^n"}, {"n"}).columns[0], ElementsAre(4, 16));
}

TEST(ComputedColumns, SayWhatIsWrong) {
  EXPECT_EQ(refusal({"n*2"}, {"n"}), "--let: 'n*2' defines no column, expected NAME = FORMULA");
  EXPECT_EQ(refusal({"a = n", "a = p"}, {"a"}), "--let: column 'a' is defined twice");
  EXPECT_EQ(refusal({"a = 2*m"}, {"a"}), "runs.csv: no column 'm'; it has 'n', 'p'");
  EXPECT_THAT(refusal({"a = n +"}, {"a"}), HasSubstr("--let a: formula 'n +': it ends"));
  EXPECT_EQ(refusal({"a = log(n - 4)"}, {"a"}),
            "runs.csv, line 2: a = log(n - 4) is nan at n=2, expected a finite number");
}

}  // namespace
}  // namespace asymptest::cli::computed_columns_test
