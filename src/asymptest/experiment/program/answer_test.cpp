#include "asymptest/experiment/program/answer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "asymptest/claim/failed_trial.hpp"

namespace asymptest::answer_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(ValueOfAnswer, IsANumberByItself) {
  EXPECT_EQ(value_of_answer("0.1", "value"), 0.1);
  EXPECT_EQ(value_of_answer("+3", "value"), 3);
  EXPECT_EQ(value_of_answer("-1e-7", "value"), -1e-7);
  EXPECT_TRUE(std::isnan(value_of_answer("nan", "value")));
}

TEST(ValueOfAnswer, StandsInAnObjectUnderItsKey) {
  const std::string object = R"({"loss": 0.25, "sharpness": 3, "note": "x"})";
  EXPECT_EQ(value_of_answer(object, "loss"), 0.25);
  EXPECT_EQ(value_of_answer(object, "sharpness"), 3);
}

std::string refusal_of(const std::string& answer) {
  try {
    value_of_answer(answer, "loss");
  } catch (const FailedTrial& problem) {
    return problem.what();
  }
  return "";
}

TEST(ValueOfAnswer, RefusesAnythingElseAndShowsIt) {
  for (const char* answer : {"hello", "0.5 s", "1,5", "{\"loss\": \"big\"}", "{\"value\": 1}",
                             "{\"loss\": NaN}", "{", "0x10"}) {
    EXPECT_THAT(refusal_of(answer), AllOf(HasSubstr(answer), HasSubstr("\"loss\""))) << answer;
  }
  EXPECT_THAT(refusal_of(""), HasSubstr("printed nothing"));
}

TEST(ValueOfAnswer, PassesAnErrorOn) {
  EXPECT_EQ(refusal_of(R"({"error": "no GPU", "loss": 1})"), "no GPU");
  EXPECT_EQ(refusal_of(R"({"error": 5})"), "5");
}

}  // namespace
}  // namespace asymptest::answer_test
