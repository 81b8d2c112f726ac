#include "asymptest/process/run_to_end.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): POSIX's kill

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

#include "asymptest/require/sanitized.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::run_to_end_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

Command shell(const std::string& script, const std::filesystem::path& folder = ".") {
  return {{"sh", "-c", script}, folder, {}};
}

TEST(RunToEnd, ReadsBothStreamsAndTheExitCode) {
  const Outcome outcome = run_to_end(shell("echo out; echo err >&2; exit 3"));
  EXPECT_EQ(outcome.output, "out\n");
  EXPECT_EQ(outcome.errors, "err\n");
  EXPECT_EQ(outcome.ending.exit_code, 3);
  EXPECT_EQ(describe(outcome.ending), "exit code 3");
  EXPECT_FALSE(outcome.ending.well());
  EXPECT_FALSE(outcome.timed_out);
}

TEST(RunToEnd, NamesTheSignalThatKilledIt) {
  const Outcome outcome = run_to_end(shell("kill -SEGV $$"));
  EXPECT_EQ(outcome.ending.signal, SIGSEGV);
  EXPECT_THAT(describe(outcome.ending), HasSubstr("Segmentation fault"));
}

TEST(RunToEnd, DescribesASignalWithoutAName) {
  EXPECT_EQ(describe(Ending{.signal = 40}), "signal 40");
}

TEST(RunToEnd, PassesArgumentsAsTheyStand) {
  const Outcome outcome = run_to_end({{"printf", "%s|", "a b", "$HOME", "*", ""}, ".", {}});
  EXPECT_EQ(outcome.output, "a b|$HOME|*||");
}

TEST(RunToEnd, RunsInTheFolderWithTheEnvironment) {
  const TemporaryFolder folder;
  Command command = shell("pwd -P; echo $ASYMPTEST_M $HOME; cat", folder.path());
  command.environment = {"ASYMPTEST_M=64", "HOME=/nowhere"};
  const std::string where = std::filesystem::canonical(folder.path()).string();
  EXPECT_EQ(run_to_end(command).output, where + "\n64 /nowhere\n");
}

TEST(RunToEnd, FindsAProgramThatIsNamedFromItsFolder) {
  const TemporaryFolder folder;
  const auto file = folder / "trial";
  std::ofstream(file) << "#!/bin/sh\necho 5\n";
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  EXPECT_EQ(run_to_end({{"./trial"}, folder.path(), {}}).output, "5\n");
}

TEST(RunToEnd, SaysWhatCantBeStartedAndWhy) {
  // The thread sanitizer makes a fork of vfork, through whose memory the fault goes: what is left
  // of it is the shell's exit code for a program that can't be started.
  if (is_thread_sanitized) {
    EXPECT_EQ(run_to_end({{"no-such-program-at-all"}, ".", {}}).ending.exit_code, 127);
    EXPECT_EQ(run_to_end(shell("true", "/no/such/folder")).ending.exit_code, 127);
    return;
  }
  EXPECT_THAT(
      [] {
        run_to_end({{"no-such-program-at-all"}, ".", {}});
      },
      ThrowsMessage<StartError>(
          AllOf(HasSubstr("'no-such-program-at-all'"), HasSubstr("No such file"))));
  EXPECT_THROW(run_to_end(shell("true", "/no/such/folder")), StartError);
}

TEST(RunToEnd, KeepsTheEndOfALongOutput) {
  const Outcome outcome = run_to_end(shell("seq 1 300000; seq 1 300000 >&2"));
  EXPECT_TRUE(outcome.output.ends_with("\n299999\n300000\n"));
  EXPECT_TRUE(outcome.errors.ends_with("\n299999\n300000\n"));
  EXPECT_LT(outcome.output.size(), 1U << 18U);
}

/// The process whose number the file holds, once it is there.
pid_t process_in(const std::filesystem::path& file) {
  pid_t process = 0;
  while (!(std::ifstream(file) >> process))
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return process;
}

/// Whether the process has ended: it may still be there for its parent to ask how.
bool has_ended(pid_t process) {
  for (int tries = 0; tries < 1000; ++tries) {
    std::ifstream stream("/proc/" + std::to_string(process) + "/stat");
    std::string number, name, state;
    if (!(stream >> number >> name >> state) || state == "Z" || state == "X") return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

TEST(RunToEnd, EndsTheWholeGroupWhenTimeIsUp) {
  const TemporaryFolder folder;
  const auto script = "sleep 1000 & echo $! > child; echo started; wait";
  constexpr double timeout = 0.5;
  const Outcome outcome = run_to_end(shell(script, folder.path()), timeout);
  EXPECT_TRUE(outcome.timed_out);
  EXPECT_EQ(outcome.output, "started\n");
  EXPECT_EQ(outcome.ending.signal, SIGTERM);
  EXPECT_TRUE(has_ended(process_in(folder / "child")));
}

TEST(RunToEnd, KillsWhatDoesntHearThatItShouldEnd) {
  constexpr double timeout = 0.2;
  const Outcome outcome = run_to_end(shell("trap '' TERM; while :; do sleep 0.05; done"), timeout);
  EXPECT_EQ(outcome.ending.signal, SIGKILL);
}

TEST(RunToEnd, LeavesNothingBehindOfAProgramThatHasEndedItself) {
  const TemporaryFolder folder;
  const auto start = std::chrono::steady_clock::now();
  // The one left behind holds the output open: it isn't waited for.
  const Outcome outcome = run_to_end(shell("sleep 1000 & echo $! > child; echo 7", folder.path()));
  EXPECT_EQ(outcome.output, "7\n");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(100));
  EXPECT_TRUE(has_ended(process_in(folder / "child")));
}

TEST(RunToEnd, RunsOnSeveralThreadsAtOnce) {
  constexpr int threads = 8, each = 20;
  std::vector<std::jthread> running;
  std::vector<int> right(threads, 0);
  for (int t = 0; t < threads; ++t) {
    running.emplace_back([&right, t] {
      for (int i = 0; i < each; ++i) {
        const std::string text = std::to_string(1000 * t + i);
        right[static_cast<std::size_t>(t)] +=
            run_to_end({{"echo", text}, ".", {}}).output == text + "\n";
      }
    });
  }
  running.clear();
  EXPECT_THAT(right, testing::Each(each));
}

}  // namespace
}  // namespace asymptest::run_to_end_test
