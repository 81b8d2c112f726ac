#include "asymptest/report/html/theory_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/report/text/escape.hpp"

namespace asymptest::report::theory_graph_test {
namespace {

using testing::HasSubstr;
using testing::Not;

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

Record linked_record() {
  Record record;
  record.claims = {{.id = "topic/measured", .subjects = {{.status = Status::undecided}}}};
  record.proofs = {{.id = "proof/theorem",
                    .uses = {"proof/lemma"},
                    .supports = {"topic/measured", "topic/absent"},
                    .status = Status::expected},
                   {.id = "proof/lemma", .status = Status::expected}};
  return record;
}

TEST(TheoryGraph, DrawsTheoremsAndTheClaimsThatTheySupport) {
  const std::string text = theory_section(linked_record());
  for (const char* name : {"proof/theorem", "proof/lemma", "topic/measured"}) {
    EXPECT_THAT(text, HasSubstr(name));
  }
  EXPECT_THAT(text, Not(HasSubstr("topic/absent")));
  EXPECT_EQ(count_of(text, "f-use"), 2);
}

TEST(TheoryGraph, LeadsToEachSection) {
  const std::string text = theory_section(linked_record());
  EXPECT_THAT(text, HasSubstr("<a href=\"#" + anchor("proof/lemma") + "\">"));
  EXPECT_THAT(text, HasSubstr("<a href=\"#" + anchor("topic/measured") + "\">"));
  EXPECT_THAT(text, HasSubstr("role=\"group\""));
  EXPECT_THAT(text, Not(HasSubstr("role=\"img\"")));
}

TEST(TheoryGraph, TellsThePageWhatRestsOnWhat) {
  const std::string text = theory_section(linked_record());
  EXPECT_THAT(text, HasSubstr("<option value=\"proof/theorem\" data-uses=\"proof/lemma\">"));
  EXPECT_THAT(text, HasSubstr("<option value=\"proof/lemma\" data-uses=\"\">"));
  EXPECT_THAT(text, HasSubstr("class=\"f-use from-0 to-1\""));
  EXPECT_THAT(text, HasSubstr("f-done in-0"));
}

TEST(TheoryGraph, ColoursByOutcome) {
  Record record = linked_record();
  EXPECT_EQ(count_of(theory_section(record), "f-done"), 2);
  EXPECT_EQ(count_of(theory_section(record), "f-step f-open"), 1);
  record.claims[0].subjects[0].status = Status::expected;
  EXPECT_EQ(count_of(theory_section(record), "f-done"), 3);
}

/// The page judges nothing anew: table and graph show the record's status, whatever it rests on.
TEST(TheoryGraph, ShowsTheStatusOfTheRecord) {
  Record record = linked_record();
  record.proofs[1].status = Status::unmeasured;
  EXPECT_EQ(count_of(theory_section(record), "f-idle-mark"), 1);
  EXPECT_EQ(count_of(theory_section(record), "f-done"), 1);
}

TEST(TheoryGraph, SurvivesACircle) {
  Record record = linked_record();
  record.proofs[1].uses = {"proof/theorem"};
  EXPECT_THAT(theory_section(record), HasSubstr("proof/lemma"));
}

TEST(TheoryGraph, IsNothingWithoutLinks) {
  Record record = linked_record();
  record.proofs[0].uses.clear();
  record.proofs[0].supports.clear();
  EXPECT_EQ(theory_section(record), "");
  EXPECT_EQ(theory_section(Record{}), "");
}

}  // namespace
}  // namespace asymptest::report::theory_graph_test
