#include "asymptest/engine/execution/trial_in_progress.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <string>

#include "asymptest/require/sanitized.hpp"

namespace asymptest::trial_in_progress_test {
namespace {

/// A stack that overflows: the handler has to run on another.
[[gnu::noinline]] int sink(int depth) {
  volatile int room[1024];
  room[depth % 1024] = depth;
  return depth < 0 ? 0 : sink(depth + 1) + room[depth % 1024];
}

template <class Action>
void crash_in_trial(Action action) {
  tell_of_crashes();
  const std::string subject = "topic/claim:control", point = "n=64,d=3";
  const AlternateStack stack;
  const TrialInProgress named(subject, point, 18446744073709551615U, 12);
  action();
}

constexpr const char* line =
    "crashed \\(SIG[A-Z]+\\) while it measured topic/claim:control at n=64,d=3, trial 12; "
    "`asymptest run topic/claim:control --point n=64,d=3 --trial 12 --seed 18446744073709551615` "
    "repeats it alone";

TEST(TrialInProgressDeathTest, IsNamedWhenTheProgramCrashes) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(crash_in_trial([] { std::abort(); }), testing::KilledBySignal(SIGABRT), line);
  // A sanitizer handles this signal, and `tell_of_crashes` leaves a handler that is there alone.
  if (is_sanitized) return;
  EXPECT_EXIT(crash_in_trial([] { ::raise(SIGSEGV); }), testing::KilledBySignal(SIGSEGV), line);
  EXPECT_EXIT(crash_in_trial([] { sink(0); }), testing::KilledBySignal(SIGSEGV), line);
}

TEST(TrialInProgressDeathTest, IsNotNamedBetweenTrials) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        crash_in_trial([] {});
        std::abort();
      },
      testing::KilledBySignal(SIGABRT), "crashed \\(SIGABRT\\)\n");
}

}  // namespace
}  // namespace asymptest::trial_in_progress_test
