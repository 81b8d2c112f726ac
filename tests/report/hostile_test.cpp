#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <fstream>
#include <iterator>
#include <limits>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <type_traits>

#include "asymptest/record/record_fields.hpp"
#include "asymptest/report/write_report.hpp"
#include "asymptest/testing/example_record.hpp"
#include "tests/report/browser.hpp"

/// A record all of whose texts and numbers were written by somebody who means harm: no view of it
/// runs, breaks or includes anything.
namespace hostile {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using asymptest::Record;

const std::string texts[] = {
    "<script>document.body.dataset.harmed = 1</script>",
    R"("'><img src=x onerror="document.body.dataset.harmed=1">)",
    "</style></title></textarea><svg onload=\"document.body.dataset.harmed=1\">",
    "]]> --> <!-- &lt; &#x3c;",
    "[a](javascript:alert(1)) ![x](http://example.org/x.png) | `c` | <b>",
    R"(\input{/etc/passwd} \write18{id} $x$ % & # _ ^ ~ { } \\ [4pt])",
    "[4pt] \\end{longtable}",
    "a,b;\"c\"\r\nd,e",
    "nul \0 \x01\x02 \x7F \xFF \xC0\xAF"s,
    std::string(5000, 'x')};

/// Every text in turn, and no number that is one.
class Spoiler {
 public:
  void operator()(std::string& text) { text = texts[next_++ % std::size(texts)]; }
  void operator()(double& number) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double numbers[] = {std::numeric_limits<double>::quiet_NaN(), infinity, -infinity,
                                  1e308, -1e-320};
    number = numbers[next_++ % std::size(numbers)];
  }
  template <typename T>
  void operator()(std::vector<T>& parts) {
    for (T& part : parts) (*this)(part);
  }
  template <typename T>
  void operator()(T& part) {
    if constexpr (!std::is_null_pointer_v<std::remove_cvref_t<decltype(asymptest::fields_of<T>)>>) {
      std::apply([&](const auto&... field) { ((*this)(part.*(field.member)), ...); },
                 asymptest::fields_of<T>);
    }
  }

 private:
  std::size_t next_ = 0;
};

class Hostile : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = fs::path(testing::TempDir()) / ("hostile-" + std::to_string(::getpid()));
    Spoiler spoil;
    // Twice over, so that what held one text holds another.
    Record record = asymptest::report::example_record();
    const std::vector<asymptest::ClaimRecord> claims = record.claims;
    for (int turn = 1; turn < 5; ++turn) {
      record.claims.insert(record.claims.end(), claims.begin(), claims.end());
    }
    spoil(record.claims);
    spoil(record.proofs);
    spoil(record.provenance);
    asymptest::write_report(record, folder);
    spoiled = record;
  }
  static void TearDownTestSuite() { fs::remove_all(folder); }

  static std::string contents(const fs::path& name) {
    std::ifstream in(folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static void expect_xml(const std::string& text, const fs::path& name) {
    std::istringstream in(text);
    boost::property_tree::ptree tree;
    EXPECT_NO_THROW(boost::property_tree::read_xml(in, tree)) << name;
    EXPECT_EQ(text.find("<script"), text.npos) << name;
    EXPECT_FALSE(std::regex_search(text, std::regex("<[^>\"]*\\son[a-z]+="))) << name;
  }

  static inline fs::path folder;
  static inline Record spoiled;
};

TEST_F(Hostile, HtmlRunsNothing) {
  const browser::Visit visit = browser::visit(folder / "index.html");
  EXPECT_THAT(visit.console, testing::IsEmpty());
  EXPECT_EQ(visit.page.find("data-harmed"), visit.page.npos);
  EXPECT_EQ(visit.page.find("<img"), visit.page.npos);
  EXPECT_NE(visit.page.find("&lt;script&gt;document.body"), visit.page.npos) << "it is shown";
}

TEST_F(Hostile, SvgAndJunitAreWellFormedAndRunNothing) {
  expect_xml(contents("junit.xml"), "junit.xml");
  expect_xml(contents("badge.svg"), "badge.svg");
  int figures = 0;
  for (const auto& entry : fs::directory_iterator(folder / "figures")) {
    expect_xml(contents(entry.path()), entry.path().filename());
    ++figures;
  }
  EXPECT_GT(figures, 5);
}

TEST_F(Hostile, JsonComesBack) {
  EXPECT_EQ(to_json(asymptest::record_from_json(contents("record.json"))), contents("record.json"));
}

TEST_F(Hostile, MarkdownHasNoLinkNoMarkupAndItsOwnCells) {
  const std::regex own(R"(<br>|</?code>|\]\(figures/[^()]*\.svg\))");
  const std::string text = std::regex_replace(contents("report.md"), own, "");
  EXPECT_FALSE(std::regex_search(text, std::regex("(^|[^\\\\])(<[a-z/!]|\\]\\()")));
  EXPECT_THAT(text, testing::HasSubstr("\\<script\\>"));
}

TEST_F(Hostile, CsvHasAsManyFieldsInEachRow) {
  std::set<int> widths;
  int fields = 1;
  bool quoted = false;
  for (const char c : contents("verdicts.csv")) {
    if (c == '"') quoted = !quoted;
    if (c == ',' && !quoted) ++fields;
    if (c != '\n' || quoted) continue;
    widths.insert(fields);
    fields = 1;
  }
  EXPECT_FALSE(quoted);
  EXPECT_EQ(widths.size(), 1U);
}

TEST_F(Hostile, LatexHasItsOwnCommandsAndCells) {
  const std::string text = contents("claims.tex");
  const std::set<std::string> own{
      "usepackage",     "begin",           "linewidth", "toprule",  "midrule",
      "endhead",        "bottomrule",      "end",       "noindent", "textbackslash",
      "textasciitilde", "textasciicircum", "le",        "ge",       "infty"};
  const std::regex command("\\\\([a-zA-Z]+)");
  for (std::sregex_iterator at(text.begin(), text.end(), command), none; at != none; ++at) {
    EXPECT_EQ(own.count((*at)[1]), 1U) << (*at)[1];
  }
  EXPECT_FALSE(std::regex_search(text, std::regex("\\n[\\[*]"))) << "an argument of the row's end";
  EXPECT_FALSE(std::regex_search(text, std::regex("[\\x01-\\x09\\x0B-\\x1F\\x7F]")));
  const std::regex begin(R"(\\begin\{)");
  EXPECT_EQ(std::distance(std::sregex_iterator(text.begin(), text.end(), begin), {}), 1);
}

}  // namespace
}  // namespace hostile
