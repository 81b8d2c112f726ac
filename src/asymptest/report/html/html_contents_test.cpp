#include "asymptest/report/html/html_contents.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::html_contents_test {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HtmlContents, LinksEachTopicWithTheMarkOfItsWorst) {
  const std::string text = contents(example_record());
  for (const ClaimRecord& claim : example_record().claims) {
    if (claim.topic.find('<') == std::string::npos) {
      EXPECT_THAT(text, HasSubstr("href=\"#topic-" + claim.topic + "\""));
    }
  }
  EXPECT_THAT(text, HasSubstr("href=\"#topic-proofs\""));
  EXPECT_THAT(text, HasSubstr("class=\"status unexpected\""));
}

TEST(HtmlContents, ListsFirstWhatIsNotAsDeclared) {
  Record record = example_record();
  EXPECT_THAT(attention_list(record), HasSubstr("<h2>Not as declared</h2>"));
  for (ClaimRecord& claim : record.claims) {
    for (SubjectRecord& subject : claim.subjects) subject.status = Status::expected;
  }
  for (ProofRecord& proof : record.proofs) proof.status = Status::unmeasured;
  EXPECT_EQ(attention_list(record), "");
}

TEST(HtmlContents, TheHeadlineCountsClaims) {
  EXPECT_EQ(headline(example_record()), "8 of 8 claims as declared");
  EXPECT_EQ(headline(Record{}), "0 of 0 claims as declared");
}

}  // namespace
}  // namespace asymptest::report::html_contents_test
