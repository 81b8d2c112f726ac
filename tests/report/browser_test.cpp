#include "tests/report/browser.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "asymptest/report/html/html_report.hpp"
#include "asymptest/report/write_report.hpp"
#include "asymptest/testing/example_record.hpp"

namespace browser {
namespace {

namespace fs = std::filesystem;
using asymptest::ClaimRecord;
using asymptest::Record;
using asymptest::SubjectRecord;
using asymptest::report::example_record;
using testing::HasSubstr;
using testing::IsEmpty;

fs::path fresh_file(const std::string& name) {
  return fs::path(testing::TempDir()) / (std::to_string(::getpid()) + "-" + name);
}

Visit visit_text(const std::string& name, const std::string& page, int window_width = 1280) {
  const fs::path file = fresh_file(name);
  std::ofstream(file, std::ios::binary) << page;
  Visit result = visit(file, window_width);
  fs::remove(file);
  return result;
}

/// A claim in a page: its summary and, folded below it, its article.
std::string article_of(const std::string& page, const std::string& id) {
  const std::size_t article = page.find("<article id=\"" + id + "\"");
  if (article == std::string::npos) return "";
  const std::size_t start = page.rfind("<details class=\"claim\"", article);
  return page.substr(start, page.find("</article>", article) - start);
}

/// How a formula begins in the page.
constexpr const char* statement_set = "aria-label=\"statement\"><math";

/// Unlike a matcher it doesn't print the whole page when it fails.
bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

int occurrences(const std::string& text, const std::string& part) {
  int n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

class OpenedReport : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const fs::path folder = fresh_file("report");
    asymptest::write_report(example_record(), folder);
    opened = new Visit(visit(folder / "index.html"));
    fs::remove_all(folder);
  }
  static void TearDownTestSuite() {
    delete opened;
    opened = nullptr;
  }
  static inline Visit* opened = nullptr;
};

TEST_F(OpenedReport, WritesNothingToTheConsole) { EXPECT_THAT(opened->console, IsEmpty()); }

TEST_F(OpenedReport, TypesetsTheStatementOfEveryClaim) {
  for (const ClaimRecord& claim : example_record().claims) {
    const std::string article = article_of(opened->page, claim.id);
    EXPECT_TRUE(has(article, statement_set)) << claim.id;
  }
}

TEST_F(OpenedReport, ShowsFigureVerdictAndSweepOfEveryClaim) {
  for (const ClaimRecord& claim : example_record().claims) {
    const std::string article = article_of(opened->page, claim.id);
    const std::string word = claim.corrected_by.empty() ? "supported" : "refuted";
    EXPECT_TRUE(has(article, "class=\"figure\"")) << claim.id;
    EXPECT_TRUE(has(article, "</span>" + word + ", as declared</span>")) << claim.id;
    EXPECT_EQ(occurrences(article, "class=\"sweep\""), static_cast<int>(claim.axes.size()));
  }
}

TEST_F(OpenedReport, ShowsEveryControlBesideItsClaim) {
  for (const ClaimRecord& claim : example_record().claims) {
    const std::string article = article_of(opened->page, claim.id);
    for (const SubjectRecord& subject : claim.subjects) {
      if (subject.control.empty()) continue;
      EXPECT_TRUE(has(article, "<section class=\"card\" id=\"" + subject.name + "\""))
          << subject.name;
    }
  }
}

TEST_F(OpenedReport, TypesetsEveryStepOfEveryProof) {
  // The example's proofs have steps of the same statement, and the theorem itself is one more.
  std::size_t steps = 0;
  for (const asymptest::ProofRecord& proof : example_record().proofs)
    steps += proof.steps.size() + 1;
  const std::size_t proofs = opened->page.find("class=\"claim proof\"");
  ASSERT_NE(proofs, std::string::npos);
  const std::string rest = opened->page.substr(proofs);
  EXPECT_EQ(occurrences(rest, statement_set), static_cast<int>(steps));
}

TEST_F(OpenedReport, OffersTheFilterWhenScriptsRun) {
  EXPECT_TRUE(has(opened->page, "<form id=\"filter\" role=\"search\">"));
}

/// The page with a script at its end.
std::string page_with(const std::string& script) {
  std::string page = asymptest::report::html_report(example_record());
  return page.replace(page.rfind("</body>"), 0, "<script>" + script + "</script>");
}

TEST(Report, FiltersByWordsAndStatus) {
  const Visit result = visit_text("filtered.html", page_with(R"js(
      words.value = "HESSIAN liu"; apply();
      const byWords = [...document.querySelectorAll(".claim:not([hidden])")].map((c) => c.querySelector("article").id);
      words.value = ""; wantedStatus.value = "undecided"; apply();
      const byStatus = [...document.querySelectorAll(".claim:not([hidden])")].map((c) => c.querySelector("article").id);
      document.body.dataset.found = byWords + "; " + byStatus;)js"));
  EXPECT_TRUE(has(result.page,
                  "data-found=\"hessian/hessian-norm-decay; "
                  "robustness/robustness-exponents\""));
}

TEST(Report, ALinkOpensItsClaimAndTheSearchStaysInTheAddress) {
  const Visit result = visit_text("linked.html", page_with(R"js(
      location.hash = "#hessian/hessian-norm-decay";
      reveal();
      const article = document.getElementById("hessian/hessian-norm-decay");
      const opened = article.closest("details").open;
      words.value = "hessian"; apply(); remember();
      const address = location.hash;
      words.value = ""; apply();
      reveal();
      document.body.dataset.found = opened + " " + address + " " + words.value;)js"));
  EXPECT_TRUE(has(result.page, "data-found=\"true #search=hessian hessian\""));
}

TEST(Report, ShowsAStatementThatCannotBeTypesetAsItWasWritten) {
  Record record = example_record();
  record.claims.resize(1);
  record.claims[0].statement = "\\frac{1}{";
  const Visit result = visit_text("broken.html", asymptest::report::html_report(record));
  EXPECT_THAT(result.console, IsEmpty());
  EXPECT_TRUE(has(result.page, "\\frac{1}{</code>"));
}

TEST(Report, SetsLettersOfOtherAlphabets) {
  Record record = example_record();
  record.claims.resize(1);
  record.claims[0].statement = R"(\mathbb{E}\,\mathcal{L}\,\mathbb{R}^n\,\mathbf{w})";
  const Visit result = visit_text("alphabets.html", asymptest::report::html_report(record));
  for (const char* letter : {"𝔼", "ℒ", "ℝ", "𝐰"}) EXPECT_TRUE(has(result.page, letter)) << letter;
}

TEST(Report, FitsItsWindowWithoutScrollingSideways) {
  for (const int width : {500, 800, 1280}) {
    const Visit result = visit_text("narrow.html", page_with(R"js(
        const root = document.documentElement;
        document.body.dataset.overflow = root.scrollWidth - root.clientWidth;)js"),
                                    width);
    EXPECT_TRUE(has(result.page, "data-overflow=\"0\"")) << width;
  }
}

TEST(Browser, HearsWhatAPageSays) {
  const Visit result = visit_text("loud.html",
                                  "<!doctype html><script>console.warn('careful');</script>"
                                  "<script>undefinedFunction();</script>");
  ASSERT_EQ(result.console.size(), 2U);
  EXPECT_THAT(result.console[0], HasSubstr("careful"));
  EXPECT_THAT(result.console[1], HasSubstr("undefinedFunction"));
}

}  // namespace
}  // namespace browser
