#include "asymptest/cli/output/terminal.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): POSIX's setenv
#include <sys/ioctl.h>
#include <unistd.h>

namespace asymptest::cli::terminal_test {
namespace {

/// The user's end of a new pseudo-terminal.
std::FILE* open_terminal(int& controlling_end) {
  controlling_end = posix_openpt(O_RDWR | O_NOCTTY);
  if (controlling_end < 0 || grantpt(controlling_end) != 0 || unlockpt(controlling_end) != 0) {
    return nullptr;
  }
  return std::fopen(ptsname(controlling_end), "w");
}

TEST(Terminal, ColoursATerminalUnlessNoColorIsSet) {
  int controlling_end = -1;
  std::FILE* terminal = open_terminal(controlling_end);
  ASSERT_NE(terminal, nullptr) << "this machine gives out no pseudo-terminals";
  unsetenv("NO_COLOR");
  EXPECT_TRUE(is_terminal(terminal));
  EXPECT_TRUE(wants_colour(terminal));
  setenv("NO_COLOR", "", 1);
  EXPECT_TRUE(wants_colour(terminal)) << "an empty value doesn't count";
  setenv("NO_COLOR", "1", 1);
  EXPECT_FALSE(wants_colour(terminal));
  unsetenv("NO_COLOR");
  std::fclose(terminal);
  close(controlling_end);
}

TEST(Terminal, TellsItsWidthAndAFileHasNone) {
  int controlling_end = -1;
  std::FILE* terminal = open_terminal(controlling_end);
  ASSERT_NE(terminal, nullptr) << "this machine gives out no pseudo-terminals";
  const winsize size{.ws_row = 24, .ws_col = 61};
  ASSERT_EQ(ioctl(controlling_end, TIOCSWINSZ, &size), 0);
  EXPECT_EQ(columns_of(terminal, 100), 61U);
  std::fclose(terminal);
  close(controlling_end);
  std::FILE* file = std::tmpfile();
  EXPECT_EQ(columns_of(file, 100), 100U);
  std::fclose(file);
}

TEST(Terminal, DoesNotColourADumbOne) {
  int controlling_end = -1;
  std::FILE* terminal = open_terminal(controlling_end);
  ASSERT_NE(terminal, nullptr) << "this machine gives out no pseudo-terminals";
  setenv("TERM", "dumb", 1);
  EXPECT_FALSE(wants_colour(terminal));
  unsetenv("TERM");
  std::fclose(terminal);
  close(controlling_end);
}

TEST(Terminal, DoesNotColourAFile) {
  std::FILE* file = std::tmpfile();
  EXPECT_FALSE(is_terminal(file));
  EXPECT_FALSE(wants_colour(file));
  std::fclose(file);
}

TEST(Terminal, WrapsTheTextInItsColour) {
  EXPECT_EQ(coloured("x", Colour::red, true), "\033[31mx\033[0m");
  EXPECT_EQ(coloured("x", Colour::red, false), "x");
}

}  // namespace
}  // namespace asymptest::cli::terminal_test
