#include "asymptest/report/html/parts/typesetter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::report::typesetter_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Typesetter, WritesPresentationMathML) {
  Typesetter typeset;
  EXPECT_THAT(typeset("x^2"),
              AllOf(StartsWith("<math xmlns="), HasSubstr("<msup><mi>x</mi><mn>2</mn></msup>")));
  EXPECT_THAT(typeset("\\frac{1}{\\sqrt{m}}"),
              HasSubstr("<mfrac><mn>1</mn><msqrt><mi>m</mi></msqrt></mfrac>"));
}

TEST(Typesetter, SetsDisplayStyle) {
  Typesetter typeset;
  EXPECT_THAT(typeset("\\sup_x f"), AllOf(HasSubstr("display=\"block\""), HasSubstr("<munder>")));
}

TEST(Typesetter, GivesLettersOfOtherAlphabetsTheirCharacters) {
  Typesetter typeset;
  EXPECT_THAT(typeset("\\mathbb{E}\\mathbb{R}"),
              AllOf(HasSubstr("&#120124;"), HasSubstr("&#8477;"), Not(HasSubstr("double-struck"))));
}

TEST(Typesetter, CarriesNoSecondCopyOfTheSource) {
  Typesetter typeset;
  EXPECT_THAT(typeset("\\lambda_{\\min}"), Not(HasSubstr("annotation")));
}

TEST(Typesetter, ShowsWhatIsNoLatexAsItStands) {
  Typesetter typeset;
  EXPECT_THAT(typeset("\\frac{1}{<b>"), AllOf(StartsWith("<code title=\"ParseError"),
                                              HasSubstr("\\frac{1}{&lt;b&gt;</code>")));
}

TEST(Typesetter, LetsNoMarkupThrough) {
  Typesetter typeset;
  EXPECT_THAT(typeset("\\text{<script>alert(1)</script>}"),
              AllOf(HasSubstr("&lt;script&gt;"), Not(HasSubstr("<script"))));
  EXPECT_THAT(typeset("\\href{javascript:alert(1)}{x}"), Not(HasSubstr("href=")));
}

TEST(Typesetter, GoesOnAfterAFailure) {
  Typesetter typeset;
  typeset("\\nonsense{");
  EXPECT_THAT(typeset("a+b"), StartsWith("<math"));
}

}  // namespace
}  // namespace asymptest::report::typesetter_test
