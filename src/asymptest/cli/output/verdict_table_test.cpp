#include "asymptest/cli/output/verdict_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace asymptest::cli::verdict_table_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

SubjectRecord subject(const std::string& name, const std::string& control, Status status) {
  SubjectRecord record{.name = name, .control = control, .status = status, .trials = 224};
  record.verdict.outcome = control.empty() ? Outcome::supported : Outcome::refuted;
  record.verdict.estimates = {
      {.name = "n", .estimate = -0.5, .lower = -0.51, .upper = -0.49, .predicted = -0.5}};
  return record;
}

Record example_record() {
  ClaimRecord claim{.id = "topic/law", .topic = "topic"};
  claim.subjects = {subject("topic/law", "", Status::expected),
                    subject("topic/law:twin", "twin", Status::unexpected)};
  claim.subjects[1].status_reason = "refuted, but for another reason";
  return {.alpha = 0.01, .claims = {claim}};
}

TEST(VerdictTable, HasALineForEachClaimWithItsControlsBelow) {
  const std::string table = verdict_table(example_record(), false);
  EXPECT_THAT(table, HasSubstr("OK    law                   supported    −0.50"));
  EXPECT_THAT(table, HasSubstr("NOT     :twin               refuted      −0.50"));
  EXPECT_LT(table.find(" law "), table.find(":twin"));
}

TEST(VerdictTable, SaysOfWhatNothingWasMeasured) {
  const std::string table = verdict_table(example_record(), false, widest_table, {"topic/law"});
  EXPECT_THAT(table, HasSubstr("224 stored\n"));
  EXPECT_THAT(table, HasSubstr("224    0.0\n")) << "the control was measured";
  const std::string narrow = verdict_table(example_record(), false, 70, {"topic/law"});
  EXPECT_THAT(narrow, HasSubstr("224 stored\n"));
}

TEST(VerdictTable, SaysWhyWhatIsNotAsDeclared) {
  EXPECT_THAT(verdict_table(example_record(), false),
              HasSubstr("\n          refuted, but for another reason\n"));
}

TEST(VerdictTable, EndsWithTheSuitesSentence) {
  EXPECT_THAT(verdict_table(example_record(), false),
              HasSubstr("1 claim and 0 of 1 control came out as declared; 1 not as declared."));
}

TEST(VerdictTable, NamesTheFactorOfEachOfSeveralEstimates) {
  Record record = example_record();
  auto& estimates = record.claims[0].subjects[0].verdict.estimates;
  estimates.push_back(estimates[0]);
  estimates[1].name = "p - n - 1";
  EXPECT_THAT(verdict_table(record, false), AllOf(HasSubstr("in n "), HasSubstr("in p - n - 1 ")));
}

TEST(VerdictTable, ColoursOnlyWhenAsked) {
  EXPECT_THAT(verdict_table(example_record(), true),
              AllOf(HasSubstr("\033[32mOK "), HasSubstr("\033[31mNOT")));
  EXPECT_THAT(verdict_table(example_record(), false), Not(HasSubstr("\033")));
}

TEST(VerdictTable, GivesALongNameALineOfItsOwn) {
  Record record = example_record();
  record.claims[0].subjects[1].control = "a-name-that-is-longer-than-its-column";
  EXPECT_THAT(verdict_table(record, false), HasSubstr(":a-name-that-is-longer-than-its-column\n"));
}

TEST(VerdictTable, CountsTheProofsThatHold) {
  Record record;
  record.proofs = {{.id = "proof/a", .status = Status::expected, .status_reason = "2 steps hold"},
                   {.id = "proof/b", .status = Status::unexpected, .status_reason = "step 'x' is"}};
  EXPECT_THAT(
      verdict_table(record, false),
      AllOf(HasSubstr("OK    proof/a"), HasSubstr("2 steps hold"), HasSubstr("NOT   proof/b"),
            HasSubstr("step 'x' is"), HasSubstr("1 of 2 theorems hold, ")));
}

TEST(VerdictTable, ShowsTheIntervalThatDecidesBesideItsBand) {
  Record record = example_record();
  Estimate& e = record.claims[0].subjects[0].verdict.estimates[0];
  e.band_lower = -0.6;
  e.band_upper = -0.4;
  e.region_lower = -0.505;
  e.region_upper = -0.495;
  EXPECT_THAT(verdict_table(record, false), HasSubstr("−0.500 [−0.505, −0.495]    [−0.6, −0.4]"));
}

TEST(VerdictTable, FitsANarrowTerminal) {
  for (const std::size_t columns : {60, 80, 100}) {
    std::istringstream lines(verdict_table(example_record(), false, columns));
    for (std::string line; std::getline(lines, line);) {
      const auto width = std::count_if(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
      });
      EXPECT_LE(static_cast<std::size_t>(width), columns) << line;
    }
  }
}

}  // namespace
}  // namespace asymptest::cli::verdict_table_test
