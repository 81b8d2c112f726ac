#include "asymptest/cli/output/last_word.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

namespace asymptest::cli::last_word_test {
namespace {

TEST(LastWordDeathTest, SaysWhatIsKeptAndEndsByTheSignal) {
  const auto stopped = [] {
    const LastWord last_word("the trials so far are kept");
    raise(SIGINT);
  };
  EXPECT_EXIT(stopped(), testing::KilledBySignal(SIGINT),
              "asymptest: stopped; the trials so far are kept");
}

TEST(LastWordDeathTest, IsSilentAfterItsLife) {
  const auto stopped = [] {
    { const LastWord last_word("the trials so far are kept"); }
    raise(SIGTERM);
  };
  EXPECT_EXIT(stopped(), testing::KilledBySignal(SIGTERM), "^$");
}

}  // namespace
}  // namespace asymptest::cli::last_word_test
