#include "asymptest/report/html/parts/html_parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace asymptest::report::html_parts_test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(HtmlParts, SetsCommandsOfASentenceAsCode) {
  EXPECT_EQ(prose("run `a <b>` now"), "run <code>a &lt;b&gt;</code> now");
  EXPECT_EQ(prose("one ` alone"), "one ` alone");
  EXPECT_EQ(prose("`a` and `b`"), "<code>a</code> and <code>b</code>");
}

TEST(HtmlParts, LinkArxivNumbersAndEscapeTheRest) {
  EXPECT_EQ(with_links("A & B, arXiv:2010.01092."),
            "A &amp; B, <a href=\"https://arxiv.org/abs/2010.01092\">arXiv:2010.01092</a>.");
  EXPECT_EQ(with_links("arXiv:"), "arXiv:");
  EXPECT_EQ(with_links("arXiv:<b>"), "arXiv:&lt;b&gt;");
  EXPECT_THAT(with_links("arXiv:1.2 arXiv:1806.05161, x"), HasSubstr("abs/1806.05161\""));
}

TEST(HtmlParts, AStripShowsWhereTheEstimateLies) {
  const Estimate inside{.name = "n",
                        .estimate = -0.5,
                        .lower = -0.52,
                        .upper = -0.48,
                        .predicted = -0.5,
                        .band_lower = -0.55,
                        .band_upper = -0.45};
  // The estimate sits in the middle of a strip of 168 pixels, the band covers the middle third.
  EXPECT_THAT(interval_strip(inside), HasSubstr("cx=\"84\""));
  EXPECT_THAT(interval_strip(inside), HasSubstr("x=\"56\" y=\"0\" width=\"56\""));
  Estimate outside = inside;
  outside.estimate = outside.lower = outside.upper = 7;
  EXPECT_THAT(interval_strip(outside), HasSubstr("cx=\"168\""));
}

TEST(HtmlParts, AStripOfAnOpenBandReachesTheEnd) {
  const Estimate e{.name = "n",
                   .estimate = -0.6,
                   .lower = -0.62,
                   .upper = -0.58,
                   .predicted = -0.5,
                   .band_lower = -infinity,
                   .band_upper = -0.4};
  EXPECT_THAT(interval_strip(e), HasSubstr("x=\"0\" y=\"0\" width=\"84\""));
}

TEST(HtmlParts, AStripOfNoNumbersIsHarmless) {
  const double nan = std::nan("");
  for (const double value : {nan, infinity, -infinity}) {
    const Estimate e{"n", value, value, value, value, value, value};
    EXPECT_THAT(interval_strip(e), Not(HasSubstr("\"nan")));
    EXPECT_THAT(interval_strip(e), Not(HasSubstr("\"inf")));
  }
}

TEST(HtmlParts, APowerLawReadsAsTheoryWritesIt) {
  SubjectRecord subject;
  subject.law = {.kind = LawKind::power_law,
                 .relation = Relation::at_most,
                 .summary = Summary::median,
                 .factors = {{"m", -0.5}, {"d+2", -1}},
                 .up_to_logs = true};
  EXPECT_EQ(prediction_html(subject),
            "≲ <i>m</i><sup>−1/2</sup> <i>(d+2)</i><sup>−1</sup>, up to logarithms, in the median");
  subject.law = {.kind = LawKind::power_law,
                 .relation = Relation::theta,
                 .form = "constant",
                 .factors = {{"N", -0.35}}};
  EXPECT_EQ(prediction_html(subject), "≍ <i>N</i><sup>−0.35</sup> + constant");
  subject.law.kind = LawKind::shape;
  subject.prediction = "peak in p at 100 & more";
  EXPECT_EQ(prediction_html(subject), "peak in p at 100 &amp; more");
}

TEST(HtmlParts, AFactWithoutContentIsLeftOut) {
  EXPECT_EQ(fact("Remark", ""), "");
  EXPECT_THAT(fact("Remark", "x"), HasSubstr("<dt>Remark</dt>"));
}

}  // namespace
}  // namespace asymptest::report::html_parts_test
