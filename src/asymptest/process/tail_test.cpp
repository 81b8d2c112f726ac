#include "asymptest/process/tail.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::tail_test {
namespace {

TEST(Tail, KeepsTheEndAndNotMuchMore) {
  constexpr std::size_t most = 100;
  Tail tail(most);
  std::string all;
  for (int i = 0; i < 1000; ++i) {
    tail.add(std::to_string(i) + "\n");
    all += std::to_string(i) + "\n";
  }
  EXPECT_TRUE(all.ends_with(tail.text()));
  EXPECT_GE(tail.text().size(), most);
  EXPECT_LE(tail.text().size(), 2 * most);
}

TEST(LastLine, IsTheLastThatHoldsMoreThanWhiteSpace) {
  EXPECT_EQ(last_line("first\n  0.5 \r\n\n \t\n"), "0.5");
  EXPECT_EQ(last_line("0.5"), "0.5");
  EXPECT_EQ(last_line(" \n\n"), "");
  EXPECT_EQ(last_line(""), "");
}

TEST(LastLines, JoinsTheLastOnesInTheirOrder) {
  EXPECT_EQ(last_lines("a\n\nb\nc\n", 2), "b | c");
  EXPECT_EQ(last_lines("a\n", 3), "a");
  EXPECT_EQ(last_lines("", 3), "");
}

TEST(LastLines, AreFitForAMessage) {
  EXPECT_EQ(last_lines("\x1b[31mred\x1b[0m", 1), " [31mred [0m");
  const std::string cut = last_lines(std::string(1000, 'x'), 1);
  EXPECT_LT(cut.size(), 400U);
  EXPECT_TRUE(cut.ends_with("…"));
  // No letter of several bytes is cut in two.
  std::string letters;
  while (letters.size() < 1000) letters += "é";
  const std::string whole = last_lines("x" + letters, 1);
  EXPECT_TRUE(whole.ends_with("é…"));
}

}  // namespace
}  // namespace asymptest::tail_test
