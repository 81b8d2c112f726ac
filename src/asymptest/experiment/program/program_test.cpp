#include "asymptest/experiment/program/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>

#include "asymptest/claim/failed_trial.hpp"
#include "asymptest/require/sanitized.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::program_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

double measured_by(const Program& program, std::uint64_t trial = 0, const Point& at = {{"m", 64}}) {
  const std::string key = at.key();
  Stream random({.suite_seed = 1, .claim = "mine/width", .point = key, .trial = trial});
  return trial_by(program, "mine/width", "plain")(at, random);
}

Program shell(const std::string& script) { return {.words = {"sh", "-c", script}, .folder = "."}; }

TEST(TrialBy, TakesTheLastLineOfTheOutput) {
  EXPECT_EQ(measured_by({.words = {"echo", "{m}.5"}, .folder = "."}), 64.5);
  EXPECT_EQ(measured_by(shell("echo 1; echo 2; echo; echo noise >&2")), 2);
  EXPECT_EQ(measured_by(shell("echo '{\"value\": 3}'")), 3);
}

TEST(TrialBy, TellsTheProgramInItsEnvironment) {
  EXPECT_EQ(measured_by(shell("echo $ASYMPTEST_M$ASYMPTEST_TRIAL"), 7), 647);
  EXPECT_EQ(
      measured_by(shell("test $ASYMPTEST_CLAIM:$ASYMPTEST_CONTROL = mine/width:plain && echo 1")),
      1);
}

TEST(TrialBy, PrefersTheFileOfTheResult) {
  EXPECT_EQ(measured_by(shell("echo 2; echo 5 > $ASYMPTEST_RESULT")), 5);
}

std::uint64_t seed_of(Program program, std::uint64_t trial, const Point& at = {{"m", 64}}) {
  const TemporaryFolder folder;
  program.words = {"sh", "-c", "echo {seed} > seed; echo 1"};
  program.folder = folder.path();
  measured_by(program, trial, at);
  std::uint64_t seed = 0;
  std::ifstream(folder / "seed") >> seed;
  return seed;
}

TEST(TrialBy, GivesEachTrialASeedOfItsOwnAndAlwaysTheSame) {
  std::set<std::uint64_t> seeds;
  constexpr std::uint64_t trials = 20;
  for (std::uint64_t trial = 0; trial < trials; ++trial) {
    seeds.insert(seed_of({}, trial));
    seeds.insert(seed_of({}, trial, {{"m", 128}}));
    EXPECT_LT(seed_of({}, trial), 1ULL << 63U);
  }
  EXPECT_EQ(seeds.size(), 2 * trials);
  EXPECT_EQ(seed_of({}, 3), seed_of({}, 3));
}

TEST(TrialBy, GivesATrialOfPairsTheSeedThatItHasAtEverySize) {
  const Program paired{.paired_seeds = true};
  EXPECT_EQ(seed_of(paired, 3), seed_of(paired, 3, {{"m", 128}}));
  EXPECT_NE(seed_of(paired, 3), seed_of(paired, 4));
  EXPECT_NE(fingerprint_of(paired), fingerprint_of({}));
}

TEST(TrialBy, KeepsSeedsWithinTheirRange) {
  std::set<std::uint64_t> seeds;
  for (std::uint64_t trial = 0; trial < 40; ++trial) seeds.insert(seed_of({.seed_max = 2}, trial));
  EXPECT_EQ(seeds,
            (std::set<std::uint64_t>{0, 1, 2}));  // one is missed with a chance of 3·(2/3)^40
}

TEST(TrialBy, FailsWithTheReasonAndTheLastWords) {
  const auto failure = [](const Program& program) { return [=] { measured_by(program); }; };
  EXPECT_THAT(
      failure(shell("echo 1; echo out of memory >&2; exit 3")),
      ThrowsMessage<FailedTrial>(AllOf(HasSubstr("exit code 3"), HasSubstr("out of memory"))));
  EXPECT_THAT(failure(shell("kill -KILL $$")), ThrowsMessage<FailedTrial>(HasSubstr("signal 9")));
  EXPECT_THAT(failure(shell("echo done; echo why >&2")),
              ThrowsMessage<FailedTrial>(AllOf(HasSubstr("'done'"), HasSubstr("why"))));
  Program slow = shell("sleep 1000");
  slow.timeout = 0.1;
  EXPECT_THAT(failure(slow), ThrowsMessage<FailedTrial>(HasSubstr("within 0.1 s")));
}

TEST(TrialBy, SaysThatItsProgramCantBeStarted) {
  // The thread sanitizer makes a fork of vfork, through whose memory the fault goes: what is left
  // of it is the shell's exit code for a program that can't be started.
  const char* expected = is_thread_sanitized ? "exit code 127" : "'./none' can't be started";
  EXPECT_THAT(([] { measured_by({.words = {"./none"}, .folder = "."}); }),
              ThrowsMessage<FailedTrial>(HasSubstr(expected)));
}

TEST(TrialBy, TriesAgainWhenItIsAskedTo) {
  const TemporaryFolder folder;
  Program program = shell("test -e second && echo 4 || { touch second; exit 75; }");
  program.folder = folder.path();
  EXPECT_EQ(measured_by(program), 4);
}

Program worker(const std::string& script) {
  Program program = shell(script);
  program.workers = std::make_shared<WorkerPool>(Command{program.words, program.folder, {}});
  return program;
}

TEST(TrialBy, AsksAWorkerThatStays) {
  const Program program = worker(
      "n=0; while read -r line; do n=$((n+1)); echo \"{\\\"value\\\": $n, \\\"asked\\\": $line}\"; "
      "done");
  for (int i = 1; i <= 3; ++i) EXPECT_EQ(measured_by(program), i);
}

TEST(TrialBy, StartsAWorkerAgainThatHasDied) {
  const Program program = worker("read -r line; echo '{\"value\": 6}'; read -r line; exit 9");
  EXPECT_EQ(measured_by(program), 6);
  EXPECT_THAT([&] { measured_by(program); }, ThrowsMessage<FailedTrial>(HasSubstr("exit code 9")));
  EXPECT_EQ(measured_by(program), 6);
}

TEST(FingerprintOf, CoversTheProgramAndItsFiles) {
  const TemporaryFolder folder;
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream(folder / name) << text;
  };
  write("trial.py", "print(1)");
  write("model.py", "depth = 3");
  const Program program{.words = {"python3", "trial.py", "{m}"}, .folder = folder.path()};
  Program with_file = program;
  with_file.files = {"model.py"};
  const std::string first = fingerprint_of(program), second = fingerprint_of(with_file);
  EXPECT_NE(first, second);

  write("model.py", "depth = 4");
  EXPECT_EQ(fingerprint_of(program), first);
  EXPECT_NE(fingerprint_of(with_file), second);
  write("trial.py", "print(2)");
  EXPECT_NE(fingerprint_of(program), first);
  write("trial.py", "print(1)");
  EXPECT_EQ(fingerprint_of(program), first);
}

TEST(FingerprintOf, CoversWhatTheProgramIsTold) {
  const Program program{.words = {"trial"}, .folder = "."};
  Program other = program;
  other.words.emplace_back("--fast");
  Program parameter = program;
  parameter.parameters = {{"depth", {"3", "3"}}};
  Program seeds = program;
  seeds.seed_max = 10;
  Program key = program;
  key.value = "loss";
  Program patient = program;
  patient.timeout = 1;
  std::set<std::string> prints;
  for (const Program& one : {program, other, parameter, seeds, key})
    prints.insert(fingerprint_of(one));
  EXPECT_EQ(prints.size(), 5U);
  EXPECT_EQ(fingerprint_of(patient), fingerprint_of(program));
}

}  // namespace
}  // namespace asymptest::program_test
