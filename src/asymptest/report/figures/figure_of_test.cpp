#include "asymptest/report/figures/figure_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <limits>
#include <sstream>

#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::figure_test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr double infinity = std::numeric_limits<double>::infinity();

void expect_well_formed(const std::string& xml) {
  std::istringstream in(xml);
  boost::property_tree::ptree tree;
  EXPECT_NO_THROW(boost::property_tree::read_xml(in, tree)) << xml;
}

/// How often the text occurs.
int occurrences(const std::string& text, const std::string& part) {
  int n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

const ClaimRecord& claim_of(const Record& record, const std::string& id) {
  for (const ClaimRecord& claim : record.claims) {
    if (claim.id == id) return claim;
  }
  throw std::out_of_range(id);
}

std::string drawing(const Record& record, const std::string& id, Detail detail = Detail::full) {
  const ClaimRecord& claim = claim_of(record, id);
  return figure_of(claim, claim.subjects.at(0), detail).elements;
}

TEST(Figure, OfEverySubjectIsWellFormedWhateverItsNumbersAndNames) {
  for (const ClaimRecord& claim : example_record().claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      for (const Detail detail : {Detail::full, Detail::small}) {
        const std::string file = as_file(figure_of(claim, subject, detail));
        expect_well_formed(file);
        EXPECT_THAT(file, Not(HasSubstr("nan"))) << subject.name;
        EXPECT_THAT(file, Not(HasSubstr("inf"))) << subject.name;
      }
    }
  }
}

TEST(Figure, HasAMarkForEachDesignPointAndALocalSlopeBetweenNeighbours) {
  const std::string text = drawing(example_record(), "covering/covering-mean-torus-3");
  // Seven sizes, six slopes between them, and one in the legend.
  EXPECT_EQ(occurrences(text, "<circle "), 7 + 6 + 1);
  EXPECT_EQ(occurrences(text, "class=\"f-fit\""), 1 + 1);
  EXPECT_THAT(text, HasSubstr("local slope"));
  EXPECT_THAT(text, HasSubstr("class=\"f-band\""));
}

TEST(Figure, OfSeveralFactorsHasAPanelForEach) {
  const std::string text = drawing(example_record(), "robustness/robustness-exponents");
  for (const char* axis : {"n (samples)", "d (dimensions)", ">p-n-1<"}) {
    EXPECT_THAT(text, HasSubstr(axis));
  }
  EXPECT_EQ(occurrences(text, "local slope"), 3);
  EXPECT_EQ(occurrences(drawing(example_record(), "robustness/robustness-exponents", Detail::small),
                        "class=\"f-prediction\""),
            1);
}

TEST(Figure, OfABoundHatchesTheSideThatIsForbidden) {
  const std::string text = drawing(example_record(), "hessian/hessian-norm-decay");
  EXPECT_THAT(text, HasSubstr("class=\"f-edge\""));
  EXPECT_THAT(text, HasSubstr("class=\"f-hatch\""));
  EXPECT_THAT(text, Not(HasSubstr("class=\"f-band\"")));
}

TEST(Figure, ShowsTheRivalsAmongTheLocalSlopes) {
  const std::string text = drawing(example_record(), "covering/covering-mean-torus-3");
  EXPECT_THAT(text, HasSubstr(">rival −1/4<"));
}

TEST(Figure, WithoutNoiseHasNoIntervals) {
  const std::string text = drawing(example_record(), "hessian/hessian-norm-decay");
  EXPECT_THAT(text, HasSubstr(">measured<"));
  EXPECT_THAT(text, Not(HasSubstr("95\u2009%")));
  EXPECT_THAT(text, Not(HasSubstr("interval that decides")));
  EXPECT_THAT(text, Not(HasSubstr("class=\"f-spread\"")));
}

TEST(Figure, OfAnInequalityShowsTheForbiddenSide) {
  const std::string text = drawing(example_record(), "polyak-lojasiewicz/pl-inequality");
  EXPECT_THAT(text, HasSubstr("class=\"f-forbidden\""));
  EXPECT_THAT(text, HasSubstr("class=\"f-bound\""));
}

TEST(Figure, OfAPeakShowsWhereItShouldBe) {
  EXPECT_THAT(drawing(example_record(), "double-descent/peak"), HasSubstr("predicted peak at 100"));
}

TEST(Figure, SurvivesOnePointAndEmptyAndExtremeOnes) {
  ClaimRecord claim = claim_of(example_record(), "covering/covering-mean-torus-3");
  SubjectRecord& subject = claim.subjects[0];
  for (const double value : {0.0, -1.0, infinity, std::nan(""), 1e-320, 1e308}) {
    for (PointRecord& point : subject.points) {
      point.summary = point.lower = point.upper = point.fitted = value;
    }
    const std::string file = as_file(figure_of(claim, subject, Detail::full));
    expect_well_formed(file);
    EXPECT_THAT(file, Not(HasSubstr("nan")));
  }
  subject.points.resize(1);
  expect_well_formed(as_file(figure_of(claim, subject, Detail::full)));
  subject.points.clear();
  EXPECT_THAT(as_file(figure_of(claim, subject, Detail::full)), HasSubstr("No figure"));
  subject.verdict.estimates.clear();
  expect_well_formed(as_file(figure_of(claim, subject, Detail::full)));
}

TEST(Figure, FilesHaveFixedColoursAndPagesTheirOwn) {
  EXPECT_THAT(figure_style_for_file(), Not(HasSubstr("var(")));
  EXPECT_THAT(figure_style_for_file(), Not(HasSubstr("@")));
  EXPECT_THAT(figure_style_for_page(), Not(HasSubstr("@")));
  EXPECT_THAT(figure_style_for_page(), HasSubstr("var(--data)"));
}

}  // namespace
}  // namespace asymptest::report::figure_test
