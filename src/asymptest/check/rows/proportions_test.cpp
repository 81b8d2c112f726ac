#include "asymptest/check/rows/proportions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/data/input_error.hpp"
#include "asymptest/testing/example_request.hpp"

namespace asymptest::cli::proportions_test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

CheckRequest counted_request() {
  CheckRequest request = valid_request;
  request.summary = Summary::proportion;
  request.errors.trials = "n";
  return request;
}

NumericTable table_of(double share, double count) {
  return {.columns = {{8, 16}, {0.5, share}, {4, count}}, .lines = {2, 3}};
}

std::string refusal(double share, double count) {
  return refusal_of(
      [&](const CheckRequest& request) {
        static_cast<void>(trials_of_proportions(request, table_of(share, count)));
      },
      counted_request());
}

TEST(Proportions, AreTheTrialsBehindThem) {
  const NumericTable trials = trials_of_proportions(counted_request(), table_of(1.0 / 3, 3));
  ASSERT_EQ(trials.columns.size(), 2U);
  EXPECT_THAT(trials.columns[0], ElementsAre(8, 8, 8, 8, 16, 16, 16));
  EXPECT_THAT(trials.columns[1], ElementsAre(1, 1, 0, 0, 1, 0, 0));
  EXPECT_THAT(trials.lines, ElementsAre(2, 2, 2, 2, 3, 3, 3));
}

TEST(Proportions, MayBePrintedInFewDigits) {
  EXPECT_EQ(refusal(0.0312, 993), "accepted") << "31 of 993";
  EXPECT_THAT(refusal(0.03, 993), AllOf(HasSubstr("0.03"), HasSubstr("whole number of 993"),
                                        HasSubstr("29.79 is not"), HasSubstr("--let")));
}

TEST(Proportions, NameTheRowThatIsNone) {
  EXPECT_THAT(refusal(1.5, 4), AllOf(HasSubstr("line 3"), HasSubstr("a proportion in [0, 1]")));
  EXPECT_THAT(refusal(0.5, 2.5), AllOf(HasSubstr("line 3"), HasSubstr("a whole number of trials")));
  EXPECT_THAT(refusal(0.5, 0), HasSubstr("from 1 to 10^7"));
  EXPECT_THAT(refusal(0.5, 1e7), HasSubstr("10^7 trials in all rows together"));
}

}  // namespace
}  // namespace asymptest::cli::proportions_test
