#include "asymptest/report/html/sections/html_proof.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/report/figures/step_graph.hpp"
#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::html_proof_test {
namespace {

std::string shown(const ProofRecord& proof) {
  Typesetter typeset;
  return proof_section(proof, typeset);
}

using testing::HasSubstr;
using testing::Not;

TEST(HtmlProof, ShowsEachStepAndWhatItCaught) {
  const std::string text = shown(example_record().proofs[0]);
  for (const char* name : {"first", "second", "third"}) {
    EXPECT_THAT(text, HasSubstr("id=\"proof/example:" + std::string(name) + "\""));
  }
  EXPECT_THAT(text, HasSubstr("caught: a bound that is too small by one"));
  EXPECT_THAT(text, Not(HasSubstr("not caught")));
}

TEST(HtmlProof, ShowsAStepThatIsNotProvedAndAnErrorThatIsNotCaught) {
  const std::string text = shown(example_record().proofs[1]);
  EXPECT_THAT(text, HasSubstr("does not hold"));
  EXPECT_THAT(text, HasSubstr("<b>not caught</b>: a &lt; b"));
  EXPECT_THAT(text, Not(HasSubstr("</script>")));
}

TEST(HtmlProof, NamesWhatTheTheoremRestsOnAndSupports) {
  ProofRecord proof;
  EXPECT_THAT(shown(proof), Not(HasSubstr("supports:")));
  proof.uses = {"proof/lemma"};
  proof.supports = {"topic/one", "topic/two"};
  EXPECT_THAT(shown(proof), HasSubstr("rests on:</small> proof/lemma<"));
  EXPECT_THAT(shown(proof), HasSubstr("supports:</small> topic/one, topic/two<"));
}

TEST(HtmlProof, IsNothingWithoutProofs) { EXPECT_EQ(proof_matrix(Record{}), ""); }

TEST(StepGraph, DrawsALineForEachUseThatExists) {
  const std::string text = step_graph(example_record().proofs[0]).elements;
  int lines = 0;
  for (std::size_t at = text.find("f-use"); at != std::string::npos;
       at = text.find("f-use", at + 1)) {
    ++lines;
  }
  EXPECT_EQ(lines, 3);  // second uses first, third uses both; the missing one is left out
}

TEST(StepGraph, PutsAStepBehindAllThatItRestsOn) {
  ProofRecord proof;
  proof.steps = {{.name = "a"}, {.name = "b"}, {.name = "c", .uses = {"a", "b"}}};
  const Figure two_columns = step_graph(proof);
  proof.steps[1].uses = {"a"};
  EXPECT_GT(step_graph(proof).width, two_columns.width);
  EXPECT_LT(step_graph(proof).height, two_columns.height);
}

}  // namespace
}  // namespace asymptest::report::html_proof_test
