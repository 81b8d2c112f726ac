#include "asymptest/report/html/sections/html_history.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace asymptest::report::html_history_test {
namespace {

using testing::HasSubstr;
using testing::Not;

Record at_commit(const std::string& commit, Outcome outcome) {
  SubjectRecord subject{.name = "a/claim", .status = Status::expected, .trials = 8};
  subject.verdict.outcome = outcome;
  subject.verdict.estimates = {{.name = "n",
                                .estimate = -0.5,
                                .lower = -0.52,
                                .upper = -0.48,
                                .predicted = -0.5,
                                .band_lower = -0.55,
                                .band_upper = -0.45}};
  Record record;
  record.provenance.commit = commit;
  record.claims = {{.id = "a/claim", .subjects = {subject}}};
  return record;
}

TEST(ClaimHistory, HasARowForEachRecordThatMeasuredTheClaim) {
  const Record now = at_commit("c3", Outcome::supported);
  Record without = at_commit("c2", Outcome::supported);
  without.claims.clear();
  const std::vector<Record> earlier{at_commit("c1<", Outcome::refuted), without};
  const std::string html = claim_history(earlier, now, now.claims.front());
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">c1&lt;</th>"));
  EXPECT_THAT(html, HasSubstr("refuted"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">c3</th>"));
  EXPECT_THAT(html, Not(HasSubstr("c2")));
  EXPECT_LT(html.find("c1&lt;"), html.find("c3"));
}

TEST(ClaimHistory, IsNothingWithoutEarlierRecords) {
  const Record now = at_commit("c3", Outcome::supported);
  EXPECT_EQ(claim_history({}, now, now.claims.front()), "");
}

}  // namespace
}  // namespace asymptest::report::html_history_test
