#include "asymptest/inference/verdict/verdict.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::verdict_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Verdict, NamesOfOutcomesReadBack) {
  for (const Outcome one : {Outcome::supported, Outcome::refuted, Outcome::inconclusive}) {
    EXPECT_EQ(parse_outcome(name_of(one)), one);
  }
  EXPECT_THAT([] { name_of(static_cast<Outcome>(3)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("outcome is 3")));
  EXPECT_THAT([] { parse_outcome("proved"); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("outcome 'proved'")));
}

TEST(Verdict, NamesOfNeedsReadBack) {
  for (const Need one : {Need::nothing, Need::more_trials, Need::larger_sizes}) {
    EXPECT_EQ(parse_need(name_of(one)), one);
  }
  EXPECT_THAT([] { name_of(static_cast<Need>(-1)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("need is -1")));
  EXPECT_THAT([] { parse_need("luck"); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("need 'luck'")));
}

TEST(Verdict, ShowsWhatWasFoundAndThenWhatWouldDecide) {
  Verdict verdict;
  EXPECT_EQ(whole_reason(verdict), "");
  verdict.reason = "found";
  EXPECT_EQ(whole_reason(verdict), "found");
  verdict.asked_for = "more trials would decide";
  EXPECT_EQ(whole_reason(verdict), "found; more trials would decide");
}

}  // namespace
}  // namespace asymptest::verdict_test
