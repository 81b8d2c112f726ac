// The program under mpirun: the record of one process, and what happens to ranks and trials that
// don't come back.

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <map>

#include "asymptest/require/sanitized.hpp"
#include "asymptest/testing/temporary_folder.hpp"
#include "record_text.hpp"
#include "spawn.hpp"

namespace asymptest::ranks_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// On this machine alone and without anything that a container may not have: no other network, no
/// memory of another process read in one copy, no remote shell, no cores of one's own.
std::vector<std::string> mpirun(int ranks) {
  std::vector<std::string> words{MPIRUN, "--oversubscribe", "--bind-to", "none"};
  const std::vector<std::string> local{
      "plm", "isolated", "btl", "self,vader", "btl_vader_single_copy_mechanism", "none"};
  for (std::size_t i = 0; i < local.size(); i += 2) {
    words.insert(words.end(), {"--mca", local[i], local[i + 1]});
  }
  if (geteuid() == 0) words.emplace_back("--allow-run-as-root");
  words.insert(words.end(), {"-n", std::to_string(ranks)});
  return words;
}

class RanksTest : public testing::Test {
 protected:
  Ended run_on(int ranks, const std::vector<std::string>& arguments,
               std::vector<std::string> environment = {}) {
    // What OpenMPI's parts, unloaded by then, leave behind can't be told from leaks of ours.
    if (is_sanitized) environment.emplace_back("ASAN_OPTIONS=detect_leaks=0");
    return Spawned(arguments, folder_.path(), environment, mpirun(ranks)).wait();
  }
  /// (subject, point, trial) → value, of every finished trial.
  [[nodiscard]] std::map<std::string, double> trials_in(const std::string& store) const {
    const SQLite::Database database(folder_ / store, SQLite::OPEN_READWRITE);
    SQLite::Statement rows(database,
                           "SELECT subject || ' ' || point || ' ' || trial, value FROM trials "
                           "WHERE value IS NOT NULL");
    std::map<std::string, double> trials;
    while (rows.executeStep()) trials[rows.getColumn(0)] = rows.getColumn(1).getDouble();
    return trials;
  }

  TemporaryFolder folder_;
};

std::vector<std::string> run_of(const std::string& filters, const std::string& store,
                                const std::string& jobs) {
  return {"run",     filters, "proof/doubling", "--json", "--no-report",
          "--store", store,   "--jobs",         jobs};
}

TEST_F(RanksTest, GiveTheRecordOfOneThread) {
  const std::string filters = "fixture/*,broken/throws,broken/nan";
  const Ended serial = run_program(run_of(filters, "serial.sqlite", "1"), folder_.path());
  ASSERT_EQ(serial.exit_code, 1) << serial.errors;  // the broken ones
  const auto stored = trials_in("serial.sqlite");
  for (const auto& [ranks, jobs] : {std::pair{1, "1"}, {2, "1"}, {2, "3"}, {4, "1"}, {7, "1"}}) {
    const std::string store = "on-" + std::to_string(ranks) + "-" + jobs + ".sqlite";
    const Ended ended = run_on(ranks, run_of(filters, store, jobs));
    EXPECT_EQ(ended.exit_code, serial.exit_code) << ended.errors;
    EXPECT_EQ(without_times(ended.output), without_times(serial.output)) << store;
    EXPECT_EQ(trials_in(store), stored);
  }
}

TEST_F(RanksTest, KeepTheTrialsWhenOneDies) {
  constexpr std::size_t all = 7 * 64;
  const auto arguments = run_of("fixture/slow", "lost.sqlite", "1");
  const Ended lost = run_on(3, arguments, {"FIXTURE_LOSES=2"});
  EXPECT_NE(lost.exit_code, 0);
  EXPECT_THAT(lost.errors, AllOf(HasSubstr("rank 2"), HasSubstr("signal 9")));
  const auto kept = trials_in("lost.sqlite");
  EXPECT_LT(kept.size(), all);
  const Ended resumed = run_on(3, arguments);
  EXPECT_EQ(resumed.exit_code, 0) << resumed.errors;
  const Ended serial = run_program(run_of("fixture/slow", "serial.sqlite", "1"), folder_.path());
  EXPECT_EQ(without_times(resumed.output), without_times(serial.output));
  const auto trials = trials_in("serial.sqlite");
  EXPECT_TRUE(std::ranges::includes(trials, kept));
}

TEST_F(RanksTest, StopATrialThatHangsAndGoOn) {
  auto arguments = run_of("broken/hangs", "hangs.sqlite", "2");
  arguments.insert(arguments.end(), {"--trial-timeout", "2"});
  const Ended ended = run_on(3, arguments, {"FIXTURE_HANGS=1"});
  EXPECT_EQ(ended.exit_code, 1) << ended.errors;
  EXPECT_THAT(ended.output, HasSubstr("ran past its limit of 2 s"));
  const auto finished = trials_in("hangs.sqlite");
  EXPECT_GE(finished.size(), 7U * 15);
  run_program(run_of("broken/hangs", "serial.sqlite", "1"), folder_.path());
  const auto undisturbed = trials_in("serial.sqlite");
  for (const auto& [place, value] : finished) {
    const auto alone = undisturbed.find(place);
    EXPECT_TRUE(alone == undisturbed.end() || alone->second == value) << place;
  }
}

TEST_F(RanksTest, SayOnceWhatIsWrong) {
  const Ended ended = run_on(3, {"run", "fixture/no-such-claim"});
  EXPECT_EQ(ended.exit_code, 4);
  const auto first = ended.errors.find("no-such-claim");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(ended.errors.find("no-such-claim", first + 1), std::string::npos) << ended.errors;
  EXPECT_THAT(run_on(2, {"run", "fixture/slow", "--shard", "1/2"}).errors,
              HasSubstr("--shard is for processes of their own"));
}

}  // namespace
}  // namespace asymptest::ranks_test
