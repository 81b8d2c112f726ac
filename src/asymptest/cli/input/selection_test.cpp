#include "asymptest/cli/input/selection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "asymptest/cli/input/filter.hpp"
#include "asymptest/testing/example_claim.hpp"

namespace asymptest::cli::selection_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

class SelectionTest : public testing::Test {
 protected:
  std::vector<std::string> selected(const std::vector<std::string>& filters, Only only) {
    const Selection selection(all_, filters, only);
    std::vector<std::string> names;
    const Catalogue part = selection.part_of(all_);
    for (const Subject& subject : part.suite) names.push_back(subject.name());
    for (const Proof* proof : part.proofs) names.push_back(proof->id);
    EXPECT_EQ(names.size(), selection.size());
    return names;
  }

  Claim claim_ = example_claim();
  Proof proof_{.id = "proof/example"};
  Catalogue all_{subjects_of(claim_), {&proof_}};
};

using Names = std::vector<std::string>;

TEST_F(SelectionTest, TakesAKindOnly) {
  EXPECT_EQ(selected({}, Only::everything),
            (Names{"topic/example", "topic/example:red-sky", "proof/example"}));
  EXPECT_EQ(selected({}, Only::claims), Names{"topic/example"});
  EXPECT_EQ(selected({}, Only::controls), Names{"topic/example:red-sky"});
  EXPECT_EQ(selected({"example"}, Only::proofs), Names{"proof/example"});
}

TEST_F(SelectionTest, RefusesToSelectNothing) {
  EXPECT_THROW(selected({"topic/example:red-sky"}, Only::claims), NothingMatches);
  EXPECT_THROW(selected({"quantum"}, Only::everything), NothingMatches);
  EXPECT_THROW(Selection(Catalogue{}, {}, Only::everything), NothingMatches);
}

TEST_F(SelectionTest, KeepsThePartOfARecord) {
  Record record;
  record.claims.push_back({.id = "topic/example"});
  record.claims[0].subjects = {{.name = "topic/example"}, {.name = "topic/example:red-sky"}};
  record.claims.push_back({.id = "topic/other", .subjects = {{.name = "topic/other"}}});
  record.proofs = {{.id = "proof/example"}};
  const std::vector<std::string> filters{"topic/example:red-sky"};
  const Record part = Selection(all_, filters, Only::everything).part_of(record);
  ASSERT_EQ(part.claims.size(), 1U);
  ASSERT_EQ(part.claims[0].subjects.size(), 1U);
  EXPECT_EQ(part.claims[0].subjects[0].name, "topic/example:red-sky");
  EXPECT_TRUE(part.proofs.empty());
}

TEST(Only, ReadsItsNames) {
  EXPECT_EQ(parse_only("claim"), Only::claims);
  EXPECT_EQ(parse_only("controls"), Only::controls);
  EXPECT_EQ(parse_only(""), Only::everything);
  EXPECT_THAT([] { parse_only("errata"); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("'errata'")));
}

}  // namespace
}  // namespace asymptest::cli::selection_test
