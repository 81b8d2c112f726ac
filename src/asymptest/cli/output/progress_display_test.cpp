#include "asymptest/cli/output/progress_display.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

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
  EXPECT_THAT(text, AllOf(StartsWith("\r\033[K[######..................]  25%, 0/4 decided"),
                          HasSubstr("topic/law"), Not(HasSubstr("\n"))));
  EXPECT_EQ(text.substr(text.size() - 4), "\r\033[K");
}

TEST(ProgressDisplay, FitsANarrowTerminal) {
  const int controlling_end = posix_openpt(O_RDWR | O_NOCTTY);
  ASSERT_TRUE(controlling_end >= 0 && grantpt(controlling_end) == 0 &&
              unlockpt(controlling_end) == 0)
      << "this machine gives out no pseudo-terminals";
  const winsize size{.ws_row = 24, .ws_col = 60};
  ASSERT_EQ(ioctl(controlling_end, TIOCSWINSZ, &size), 0);
  std::FILE* terminal = std::fopen(ptsname(controlling_end), "w");
  {
    ProgressDisplay display(terminal, true, 4);
    display.measuring({.done = 50, .total = 100, .subject = std::string(200, 'x')});
  }
  std::fclose(terminal);
  std::string text;
  char letter = 0;
  while (read(controlling_end, &letter, 1) == 1)
    text += letter;  // until nobody holds the other end
  close(controlling_end);
  const std::string opening = "\r\033[K";
  ASSERT_THAT(text, StartsWith(opening));
  EXPECT_EQ(text.find('\r', opening.size()) - opening.size(), 59U);
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
    d.decided({.name = "topic/law", .status = Status::expected, .trials = 7, .seconds = 1.5}, 7);
  });
  EXPECT_THAT(text, AllOf(HasSubstr("[1/4] topic/law: "), HasSubstr("as declared, 7 trials, 1.5 s"),
                          Not(HasSubstr("\r")), Not(HasSubstr("\033"))));
}

TEST(ProgressDisplay, SaysWhatWasStored) {
  const std::string text = written(false, [](ProgressDisplay& d) {
    d.decided({.name = "topic/law", .status = Status::expected, .trials = 7, .seconds = 1.5}, 0);
    d.checked({.id = "proof/lemma", .status = Status::expected, .seconds = 2}, true);
    d.checked({.id = "proof/theorem", .status = Status::expected, .seconds = 2}, false);
  });
  EXPECT_THAT(text, AllOf(HasSubstr("as declared, 7 trials, stored\n"),
                          HasSubstr("[2/4] proof/lemma: verified on instances, stored\n"),
                          HasSubstr("[3/4] proof/theorem: verified on instances, 2 s\n")));
}

TEST(ProgressDisplay, HasOneBarThatNeverGoesBack) {
  const std::string text = written(true, [](ProgressDisplay& d) {
    d.decided({.name = "topic/law"}, 1);
    d.checked({.id = "proof/lemma"}, false);
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    d.measuring({.done = 1, .total = 100, .subject = "topic/other"});
  });
  EXPECT_THAT(text, HasSubstr(" 75%, 2/4 decided")) << "the proof came to half of what is left";
  EXPECT_THAT(text, Not(HasSubstr(" 50%")));
}

TEST(ProgressDisplay, StandsAnEmptyRound) {
  EXPECT_THAT(written(true, [](ProgressDisplay& d) { d.measuring({}); }), HasSubstr("  0%"));
}

}  // namespace
}  // namespace asymptest::cli::progress_display_test
