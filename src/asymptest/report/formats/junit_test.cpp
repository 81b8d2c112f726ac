#include "asymptest/report/formats/junit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <sstream>

#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::junit_test {
namespace {

using boost::property_tree::ptree;

ptree parsed(const Record& record) {
  std::istringstream in(junit(record));
  ptree tree;
  boost::property_tree::read_xml(in, tree);  // throws on XML that isn't well-formed
  return tree;
}

TEST(Junit, CountsWhatItLists) {
  const ptree tree = parsed(example_record()).get_child("testsuites");
  int cases = 0, failures = 0, errors = 0, skipped = 0;
  for (const auto& [tag, suite] : tree) {
    if (tag != "testsuite") continue;
    for (const auto& [inner, test_case] : suite) {
      if (inner != "testcase") continue;
      ++cases;
      failures += static_cast<int>(test_case.count("failure"));
      errors += static_cast<int>(test_case.count("error"));
      skipped += static_cast<int>(test_case.count("skipped"));
    }
  }
  EXPECT_EQ(tree.get<int>("<xmlattr>.tests"), cases);
  EXPECT_EQ(tree.get<int>("<xmlattr>.failures"), failures);
  EXPECT_EQ(tree.get<int>("<xmlattr>.errors"), errors);
  EXPECT_EQ(tree.get<int>("<xmlattr>.skipped"), skipped);
  EXPECT_EQ(failures, 3);  // a control not as declared, one undecided, a proof that does not hold
  EXPECT_EQ(errors, 1);
  EXPECT_EQ(skipped, 0);
}

TEST(Junit, LeavesOutWhatARunDidNotMeasureUnlessNothingWas) {
  Record record = example_record();
  EXPECT_THAT(junit(record), testing::Not(testing::HasSubstr("<skipped")));
  for (ClaimRecord& claim : record.claims) {
    for (SubjectRecord& subject : claim.subjects) subject.status = Status::unmeasured;
  }
  for (ProofRecord& proof : record.proofs) proof.status = Status::unmeasured;
  EXPECT_THAT(junit(record), testing::HasSubstr("<skipped"));
}

TEST(Junit, AFailureGivesItsReasonAndTheCommand) {
  const std::string text = junit(example_record());
  EXPECT_THAT(text, testing::HasSubstr("It must be refuted, but the exponent"));
  EXPECT_THAT(text, testing::HasSubstr("m=8, trial 3: measured NaN"));
  EXPECT_THAT(text, testing::HasSubstr("asymptest run"));
}

}  // namespace
}  // namespace asymptest::report::junit_test
