#include "asymptest/report/text/escape.hpp"

#include <gtest/gtest.h>

namespace asymptest::report::escape_test {
namespace {

TEST(Escape, MarkupKeepsNothingThatIsMarkup) {
  EXPECT_EQ(markup("a < b & \"c\" > 'd'"), "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  EXPECT_EQ(markup("line\nbreak"), "line\nbreak");
  EXPECT_EQ(markup("λ ≤ 1/√m, 𝔼"), "λ ≤ 1/√m, 𝔼");
}

TEST(Escape, MarkupReplacesWhatNoXmlParserAccepts) {
  EXPECT_EQ(markup(std::string_view("a\0b", 3)),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(markup("\x1B"), "\xEF\xBF\xBD");
  EXPECT_EQ(markup("\xFFx"), "\xEF\xBF\xBDx");
  EXPECT_EQ(markup("caf\xC3"), "caf\xEF\xBF\xBD");
  // Overlong slash, surrogate, beyond the last code point: one mark for each byte.
  EXPECT_EQ(markup("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(markup("\xED\xA0\x80").substr(0, 3), "\xEF\xBF\xBD");
  EXPECT_EQ(markup("\xF4\x90\x80\x80").substr(0, 3), "\xEF\xBF\xBD");
}

TEST(Escape, MarkdownStaysInItsCell) {
  EXPECT_EQ(markdown("a|b"), "a\\|b");
  EXPECT_EQ(markdown("a\nb\r\nc"), "a b c");
  EXPECT_EQ(markdown("a\x1B[1mb"), "a\\[1mb");
  EXPECT_EQ(markdown("*x* [y](z) <b> `c`"), "\\*x\\* \\[y\\](z) \\<b\\> \\`c\\`");
}

TEST(Escape, CsvQuotesOnlyWhereItMust) {
  EXPECT_EQ(csv("plain text"), "plain text");
  EXPECT_EQ(csv("a,b"), "\"a,b\"");
  EXPECT_EQ(csv("say \"hi\""), "\"say \"\"hi\"\"\"");
  EXPECT_EQ(csv("two\nlines"), "\"two\nlines\"");
}

TEST(Escape, NamesBecomeAnchorsAndFileNames) {
  EXPECT_EQ(anchor("covering/covering-mean-torus-3:sheet"), "covering/covering-mean-torus-3:sheet");
  EXPECT_EQ(anchor("a b\"<c"), "a-b--c");
  EXPECT_EQ(file_stem("covering/covering-mean-torus-3:sheet"),
            "covering.covering-mean-torus-3.sheet");
  EXPECT_EQ(file_stem("../x"), "...x");
  const std::string longer(5000, 'a');
  EXPECT_LT(file_stem(longer).size(), 200U);
  EXPECT_NE(file_stem(longer), file_stem(longer + 'b'));
}

TEST(Latex, WritesSpecialCharactersByTheirCommands) {
  EXPECT_EQ(latex("a_b & 5 %"), "a\\_b \\& 5 \\%");
  EXPECT_EQ(latex("\\x{~}^"), "\\textbackslash{}x\\{\\textasciitilde{}\\}\\textasciicircum{}");
  EXPECT_EQ(latex("≤ −0.5\n≥ ∞"), "$\\le$ $-$0.5 $\\ge$ $\\infty$");
  EXPECT_EQ(latex("Lojasiewicz, Łojasiewicz"), "Lojasiewicz, Łojasiewicz");
}

TEST(InUrl, EscapesWhatIsNotPlain) { EXPECT_EQ(in_url("a=1,\n ü"), "a%3D1,%0A%20%C3%BC"); }

}  // namespace
}  // namespace asymptest::report::escape_test
