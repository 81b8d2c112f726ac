#include "asymptest/report/formats/badge.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::badge_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(Badge, IsRedWhereAControlIsNotAsDeclared) {
  EXPECT_THAT(badge(example_record()), AllOf(HasSubstr(">8 of 8<"), HasSubstr("#a3241b")));
}

TEST(Badge, IsGreenWhereAllThatWasMeasuredIsAsDeclared) {
  Record record = example_record();
  record.claims.resize(1);
  record.claims[0].subjects.resize(1);
  EXPECT_THAT(badge(record), AllOf(HasSubstr(">1 of 1<"), HasSubstr("#27633f")));
}

TEST(Badge, SaysWhereNothingWasMeasured) {
  EXPECT_THAT(badge(Record{}), AllOf(HasSubstr(">not measured<"), HasSubstr("#5b6470")));
}

}  // namespace
}  // namespace asymptest::report::badge_test
