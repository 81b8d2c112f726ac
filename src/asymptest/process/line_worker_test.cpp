#include "asymptest/process/line_worker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace asymptest::line_worker_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

Command shell(const std::string& script) { return {{"sh", "-c", script}, ".", {}}; }

TEST(LineWorker, AnswersLineByLine) {
  LineWorker worker(shell("while read -r line; do echo \"{$line}\"; done"));
  for (const char* line : {"first", "second", "third"}) {
    EXPECT_EQ(worker.ask(line), "{" + std::string(line) + "}");
  }
}

TEST(LineWorker, PassesOverWhatIsNoObject) {
  LineWorker worker(
      shell("echo Loading; while read -r line; do echo 50 %; echo; echo \"{$line}\"; done"));
  EXPECT_EQ(worker.ask("first"), "{first}");
  EXPECT_EQ(worker.ask("second"), "{second}");
}

TEST(LineWorker, TakesAndGivesMoreThanAPipeHolds) {
  LineWorker worker({{"sed", "-u", "s/.*/{&}/"}, ".", {}});
  const std::string longer_than_a_pipe(300000, 'x');
  EXPECT_EQ(worker.ask(longer_than_a_pipe), "{" + longer_than_a_pipe + "}");
}

TEST(LineWorker, SaysHowItEndedAndItsLastWords) {
  LineWorker worker(shell("read -r line; echo out of memory >&2; exit 4"));
  EXPECT_THAT(
      [&] { worker.ask("first"); },
      ThrowsMessage<WorkerEnded>(AllOf(HasSubstr("exit code 4"), HasSubstr("out of memory"))));
  EXPECT_THROW(worker.ask("second"), WorkerEnded);
}

TEST(LineWorker, IsMissedIfItHasEndedBetweenTwoRequests) {
  LineWorker worker(shell("read -r line; echo '{}'; exit 0"));
  EXPECT_EQ(worker.ask("first"), "{}");
  EXPECT_THAT([&] { worker.ask("second"); }, ThrowsMessage<WorkerEnded>(HasSubstr("exit code 0")));
}

TEST(LineWorker, IsEndedWhenTimeIsUp) {
  LineWorker worker(shell("read -r line; sleep 1000"));
  constexpr double timeout = 0.2;
  EXPECT_THAT([&] { worker.ask("first", timeout); },
              ThrowsMessage<WorkerEnded>(HasSubstr("no answer within 0.2 s")));
}

TEST(LineWorker, IsNotWaitedForOnceItsOutputIsClosed) {
  LineWorker worker(shell("exec >&-; sleep 1000"));
  EXPECT_THAT([&] { worker.ask("first"); }, ThrowsMessage<WorkerEnded>(HasSubstr("signal 15")));
}

TEST(LineWorker, MayCloseItsStandardError) {
  LineWorker worker(shell("exec 2>&-; while read -r line; do echo \"{$line}\"; done"));
  EXPECT_EQ(worker.ask("first"), "{first}");
  EXPECT_EQ(worker.ask("second"), "{second}");
}

}  // namespace
}  // namespace asymptest::line_worker_test
