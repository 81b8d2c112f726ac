// The trials survive whatever happens to the processes that measure them.

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): POSIX's kill

#include <chrono>
#include <map>
#include <thread>

#include "asymptest/testing/temporary_folder.hpp"
#include "record_text.hpp"
#include "spawn.hpp"

namespace asymptest::durability_test {
namespace {

/// The trials of `fixture/slow`: 7 sizes, 64 each, 2 ms at least.
constexpr std::int64_t slow_trials = 7 * 64;

/// (subject, point, trial) → value, of every stored trial.
using Stored = std::map<std::string, double>;

Stored stored_in(const std::filesystem::path& file) {
  const SQLite::Database database(file, SQLite::OPEN_READWRITE);
  SQLite::Statement rows(database,
                         "SELECT subject || ' ' || point || ' ' || trial, value FROM trials");
  Stored stored;
  while (rows.executeStep()) stored[rows.getColumn(0)] = rows.getColumn(1).getDouble();
  return stored;
}

std::int64_t count_in(const std::filesystem::path& file) {
  try {
    return SQLite::Database(file, SQLite::OPEN_READWRITE)
        .execAndGet("SELECT count(*) FROM cells")
        .getInt64();
  } catch (const SQLite::Exception&) {
    return 0;  // not made yet
  }
}

TEST(Program, MeasuresTheSameNumbersOnOneAndOnTwoThreads) {
  const TemporaryFolder folder;
  const std::vector<std::string> common{"run", "fixture/inverse,slow", "--no-report", "--json"};
  auto one = common, two = common;
  one.insert(one.end(), {"--jobs", "1", "--store", "one.sqlite"});
  two.insert(two.end(), {"--jobs", "2", "--store", "two.sqlite"});
  const Ended first = run_program(one, folder.path());
  const Ended second = run_program(two, folder.path());
  EXPECT_EQ(first.exit_code, 0) << first.errors;
  EXPECT_EQ(without_times(first.output), without_times(second.output));
  const Stored stored = stored_in(folder / "one.sqlite");
  EXPECT_GT(stored.size(), slow_trials);
  EXPECT_EQ(stored_in(folder / "two.sqlite"), stored);
}

TEST(Program, MeasuresASingleTrialToTheSameBits) {
  const TemporaryFolder folder;
  run_program({"run", "fixture/inverse", "--no-report"}, folder.path());
  for (const char* subject : {"fixture/inverse", "fixture/inverse:flat"}) {
    const Ended alone =
        run_program({"run", subject, "--point", "n=128", "--trial", "7"}, folder.path());
    EXPECT_EQ(alone.exit_code, 0);
    EXPECT_THAT(alone.output, testing::HasSubstr("the same bit for bit"));
  }
}

TEST(Program, ResumesAfterAKillAndMeasuresNothingTwice) {
  const TemporaryFolder folder;
  const std::vector<std::string> run{"run", "fixture/slow", "--jobs", "2", "--no-report", "--json"};
  auto undisturbed = run, killed = run;
  undisturbed.insert(undisturbed.end(), {"--store", "undisturbed.sqlite"});
  killed.insert(killed.end(), {"--store", "killed.sqlite"});
  const Ended whole = run_program(undisturbed, folder.path());
  ASSERT_EQ(whole.exit_code, 0) << whole.errors;

  const auto file = folder / "killed.sqlite";
  std::int64_t before = 0;
  for (int kills = 0; kills < 3; ++kills) {
    Spawned process(killed, folder.path());
    while (count_in(file) < before + 40) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    kill(process.process(), SIGKILL);
    EXPECT_EQ(process.wait().exit_code, 128 + SIGKILL);
    const std::int64_t now = count_in(file);
    EXPECT_GT(now, before);
    EXPECT_LT(now, slow_trials);
    before = now;
  }
  const Stored until_then = stored_in(file);
  const Ended resumed = run_program(killed, folder.path());
  EXPECT_EQ(resumed.exit_code, 0) << resumed.errors;
  EXPECT_EQ(without_times(resumed.output), without_times(whole.output));
  EXPECT_EQ(stored_in(file), stored_in(folder / "undisturbed.sqlite"));
  // What was there before the last run is still the first measurement.
  SQLite::Database database(file, SQLite::OPEN_READWRITE);
  const std::int64_t runs = database.execAndGet("SELECT count(DISTINCT run) FROM cells").getInt64();
  EXPECT_EQ(runs, 4);
  EXPECT_EQ(
      database.execAndGet("SELECT count(*) FROM cells WHERE run < (SELECT max(run) FROM cells)")
          .getInt64(),
      std::ssize(until_then));
}

TEST(Program, ManyProcessesFillOneStore) {
  const TemporaryFolder folder;
  const std::vector<std::string> names{"fixture/inverse", "fixture/inverse:flat",
                                       "fixture/slow",    "fixture/mistaken",
                                       "fixture/edited",  "fixture/edited:flat"};
  std::vector<Spawned> processes;
  for (int twice = 0; twice < 2; ++twice) {
    for (const std::string& name : names) {
      processes.emplace_back(
          std::vector<std::string>{"run", name, "--only",
                                   name.find(':') == name.npos ? "claim" : "controls", "--jobs",
                                   "1", "--no-report"},
          folder.path());
    }
  }
  for (Spawned& process : processes) {
    const Ended ended = process.wait();
    EXPECT_EQ(ended.exit_code, 0) << ended.errors << ended.output;
  }
  const Ended together =
      run_program({"run", "fixture/*", "--no-report", "--store", "alone.sqlite"}, folder.path());
  EXPECT_EQ(together.exit_code, 0) << together.output;
  EXPECT_EQ(stored_in(folder / "results" / "store.sqlite"), stored_in(folder / "alone.sqlite"));
}

TEST(Program, ReportsTheSameFromTheStoreAsAfterTheRun) {
  const TemporaryFolder folder;
  const Ended ran = run_program({"run", "--json"}, folder.path());
  const Ended reported = run_program({"report", "--json"}, folder.path());
  EXPECT_EQ(ran.exit_code, 1);  // the broken claims
  EXPECT_EQ(reported.exit_code, 1);
  EXPECT_EQ(without_times(reported.output), without_times(ran.output));
  EXPECT_TRUE(std::filesystem::exists(folder / "report" / "index.html"));
}

}  // namespace
}  // namespace asymptest::durability_test
