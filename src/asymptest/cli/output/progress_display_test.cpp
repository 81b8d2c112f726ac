#include "asymptest/cli/output/progress_display.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::cli::progress_display_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// What `use` writes.
template <typename Use>
std::string written(bool redraws, const Use& use) {
  std::FILE* file = std::tmpfile();
  {
    ProgressDisplay display(file, redraws, 4);
    use(display);
  }
  std::string text(static_cast<std::size_t>(std::ftell(file)), '\0');
  std::rewind(file);
  EXPECT_EQ(std::fread(text.data(), 1, text.size(), file), text.size());
  std::fclose(file);
  return text;
}

const Measuring half_way{.done = 50, .total = 100, .subject = "topic/law"};

TEST(ProgressDisplay, RedrawsOneLineOnATerminalAndTakesItAway) {
  const std::string text = written(true, [](ProgressDisplay& d) { d.measuring(half_way); });
  EXPECT_THAT(text, AllOf(StartsWith("\r\033[K[############............]  50% of this look, 0/4"),
                          HasSubstr("topic/law"), Not(HasSubstr("\n"))));
  EXPECT_EQ(text.substr(text.size() - 4), "\r\033[K");
}

TEST(ProgressDisplay, DoesNotRedrawForEveryTrial) {
  const std::string once = written(true, [](ProgressDisplay& d) { d.measuring(half_way); });
  const std::string often = written(true, [](ProgressDisplay& d) {
    for (int i = 0; i < 1000; ++i) d.measuring(half_way);
  });
  EXPECT_LT(often.size(), 3 * once.size());
}

TEST(ProgressDisplay, WritesPlainLinesInALog) {
  const std::string text = written(false, [](ProgressDisplay& d) {
    d.measuring(half_way);
    d.decided({.name = "topic/law", .status = Status::expected, .trials = 7, .seconds = 1.5});
  });
  EXPECT_THAT(text, AllOf(HasSubstr("[1/4] topic/law: "), HasSubstr("as declared, 7 trials, 1.5 s"),
                          Not(HasSubstr("\r")), Not(HasSubstr("\033"))));
}

TEST(ProgressDisplay, StandsAnEmptyRound) {
  EXPECT_THAT(written(true, [](ProgressDisplay& d) { d.measuring({}); }), HasSubstr("  0%"));
}

}  // namespace
}  // namespace asymptest::cli::progress_display_test
