#include "asymptest/experiment/stray_letter.hpp"

#include <gtest/gtest.h>

namespace asymptest::stray_letter_test {
namespace {

TEST(StrayLetter, IsFoundOutsideOfStringsAndComments) {
  EXPECT_EQ(line_of_stray_letter("a = 1\n\xEF\xAD\xBF = 2\n"), 2);
  EXPECT_EQ(line_of_stray_letter("é = 1"), 1);
  EXPECT_EQ(line_of_stray_letter("a = \"b\" é"), 1);
  EXPECT_EQ(line_of_stray_letter("a = '''\né\n''' é"), 3);
}

TEST(StrayLetter, IsNoneInStringsCommentsAndTheByteOrderMark) {
  EXPECT_EQ(line_of_stray_letter("\xEF\xBB\xBF# é\na = \"é \\\" é\"\nb = 'é\\'\n"), std::nullopt);
  EXPECT_EQ(line_of_stray_letter("a = \"\"\"\né \" \"\" é\n\"\"\"\nb = 1"), std::nullopt);
  EXPECT_EQ(line_of_stray_letter("a = '''\né ' é\n'''\n"), std::nullopt);
  EXPECT_EQ(line_of_stray_letter(""), std::nullopt);
}

TEST(StrayLetter, IsFoundBehindAQuoteThatOpensNoString) {
  EXPECT_EQ(line_of_stray_letter("a = 1\nb = -p\"\xEF\xAD\xBF# a"), 2);
  EXPECT_EQ(line_of_stray_letter("a = p'é'"), 1);
  EXPECT_EQ(line_of_stray_letter("a=\"é\"\nb=['é']\nc={d='é'}\n'é'.\"é\" = 1"), std::nullopt);
}

TEST(StrayLetter, AnUnfinishedStringIsLeftToTheParser) {
  EXPECT_EQ(line_of_stray_letter("a = \"é\nb = 1"), std::nullopt);
  EXPECT_EQ(line_of_stray_letter("a = \"é\né = 1"), 2);
  EXPECT_EQ(line_of_stray_letter("a = \"\"\"é\né"), std::nullopt);
  EXPECT_EQ(line_of_stray_letter("a = \"é\\"), std::nullopt);
}

}  // namespace
}  // namespace asymptest::stray_letter_test
