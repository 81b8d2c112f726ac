#include "asymptest/report/html/html_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "asymptest/report/html/parts/resources.hpp"
#include "asymptest/testing/example_record.hpp"

namespace asymptest::report::html_report_test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The page without what is not made of the record.
std::string content(const Record& record) {
  const std::string page = html_report(record);
  const std::size_t start = page.find("<body>");
  return page.substr(start, page.find("<script>") - start);
}

TEST(HtmlReport, ShowsEachClaimAndControlUnderItsOwnLink) {
  const Record record = example_record();
  const std::string page = content(record);
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      EXPECT_THAT(page, HasSubstr("id=\"" + subject.name + "\""));
      EXPECT_THAT(page, HasSubstr("href=\"#" + subject.name + "\""));
    }
  }
}

TEST(HtmlReport, ATopicShowsAHeadlineNumber) {
  const std::regex number("class=\"of-first\">[a-z0-9-]+: exponent of [A-Za-z]+ ");
  EXPECT_TRUE(std::regex_search(content(example_record()), number));
}

TEST(HtmlReport, LetsNoTextOfAClaimThrough) {
  Record record = example_record();
  record.provenance = {"<v>", "<c>", "<d>", "<e>", "<f>", 1, "<g>", "<h>"};
  ClaimRecord& claim = record.claims[0];
  claim.id = claim.topic = claim.polarity = claim.statement = claim.corrected_by = hostile_text;
  for (SubjectRecord& subject : claim.subjects) {
    if (!subject.control.empty()) subject.control = hostile_text;
    subject.name = subject.prediction = subject.reproduce = hostile_text;
    subject.status_reason = subject.verdict.model = subject.law.form = hostile_text;
    subject.law.correction = hostile_text;
    subject.points.push_back({.at = Point{{"<n>", 3}}});
    subject.verdict.estimates[0].name = hostile_text;
  }
  const std::string page = content(record);
  for (const char* text : {"</script><b>", "<n>", "a < b &", "\"c\"", "<v>", "<c>", "<g>"}) {
    EXPECT_THAT(page, Not(HasSubstr(text)));
  }
  EXPECT_THAT(page, HasSubstr("a &lt; b &amp; &quot;c&quot;"));
}

TEST(HtmlReport, SaysWhoseACorrectionIs) {
  Record record = example_record();
  EXPECT_THAT(content(record), Not(HasSubstr("Correction")));
  record.claims[0].subjects[0].law.correction = "N^-1: Stirling's series";
  EXPECT_THAT(content(record), HasSubstr("<dt>Correction</dt><dd>N^−1: Stirling"));
}

TEST(HtmlReport, OpensWithoutANetwork) {
  const std::string page = html_report(example_record());
  EXPECT_THAT(page, Not(HasSubstr("src=\"http")));
  EXPECT_THAT(page, Not(HasSubstr("@import")));
  EXPECT_THAT(page, Not(HasSubstr("<script src")));
  EXPECT_THAT(page, Not(HasSubstr("<link rel=\"stylesheet")));
}

TEST(HtmlReport, NamesTheHypothesisThatNoControlBreaks) {
  Record record = example_record();
  record.claims.resize(1);
  const std::string page = content(record);
  EXPECT_THAT(page, HasSubstr("<span>points are iid</span><span><span class=\"unguarded\">"));
  EXPECT_THAT(page, HasSubstr("<span>the support has dimension d</span><span><a class=\"status "));
}

TEST(HtmlReport, LinksAnErratumAndItsTwinBothWays) {
  const std::string page = content(example_record());
  EXPECT_THAT(page, HasSubstr("True instead: <a href=\"#covering/covering-mean-torus-3\">"));
  EXPECT_THAT(page, HasSubstr("This corrects <a href=\"#interpolation/hostile\">"));
}

TEST(HtmlReport, ShowsNothingNotFiniteInADrawing) {
  EXPECT_FALSE(std::regex_search(content(example_record()),
                                 std::regex("(x|y|cx|cy|width|height|d)=\"[^\"]*(nan|inf)")));
}

TEST(HtmlReport, EmbedsTheTypesetterWhole) {
  EXPECT_GT(katex_script().size(), 200000U);
  EXPECT_THAT(std::string(katex_script().substr(0, 200)), HasSubstr("katex"));
  EXPECT_EQ(katex_script().find("</script"), std::string_view::npos);
}

TEST(HtmlReport, SetsTheFormulasWithoutAScript) {
  const std::string page = html_report(example_record());
  EXPECT_THAT(page, HasSubstr("aria-label=\"statement\"><math "));
  EXPECT_THAT(page, Not(HasSubstr("katex")));
}

TEST(HtmlReport, SearchesStatementsHypothesesAndVerdicts) {
  const std::string page = content(example_record());
  const std::size_t at = page.find("data-text=\"covering/covering-mean-torus-3 ");
  ASSERT_NE(at, std::string::npos);
  const std::string words = page.substr(at, page.find("\">", at) - at);
  EXPECT_THAT(words, HasSubstr("points are iid"));
  EXPECT_THAT(words, HasSubstr("supported"));
}

TEST(HtmlReport, GivesTheNumbersOfAFigureAsCsv) {
  const std::string page = content(example_record());
  EXPECT_THAT(page, HasSubstr("href=\"data:text/csv;charset=utf-8,point,trials,summary"));
  EXPECT_THAT(page, HasSubstr("href=\"figures/covering.covering-mean-torus-3.svg\""));
}

}  // namespace
}  // namespace asymptest::report::html_report_test
