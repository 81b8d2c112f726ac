#include "asymptest/report/html/sections/html_cost.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/report/text/number.hpp"

namespace asymptest::report::html_cost_test {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(CostliestSubjects, AreTheTenLongestInOrder) {
  Record record;
  ClaimRecord claim{.id = "a/claim"};
  for (int k = 1; k <= 12; ++k) {
    SubjectRecord subject;
    subject.name = "a/claim:" + std::string(1, static_cast<char>('a' + k));
    subject.trials = 100;
    subject.seconds = k;
    claim.subjects.push_back(subject);
  }
  record.claims = {claim};
  record.proofs = {{.id = "proof/long", .seconds = 22}};
  const std::string html = costliest_subjects(record);  // 78 + 22 seconds in all
  EXPECT_LT(html.find("proof/long"), html.find("a/claim:m"));
  EXPECT_THAT(html, HasSubstr("<td>" + percent(0.22) + "</td>"));
  EXPECT_THAT(html, HasSubstr("<td>" + percent(0.12) + "</td>"));
  EXPECT_THAT(html, Not(HasSubstr("a/claim:d<")));
}

TEST(CostliestSubjects, AreNothingWhereNothingWasMeasured) {
  EXPECT_EQ(costliest_subjects(Record{}), "");
}

}  // namespace
}  // namespace asymptest::report::html_cost_test
