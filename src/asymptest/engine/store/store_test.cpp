#include "asymptest/engine/store/store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <bit>
#include <fstream>
#include <iterator>
#include <limits>

#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::store_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr std::uint64_t seed = 0xffffffffffffff01U;  // beyond SQLite's signed integers

void write_values(Store& store, const std::string& subject, std::int64_t first,
                  const std::vector<double>& values) {
  std::vector<Cell> cells;
  for (double value : values) cells.push_back({.trial = first++, .value = value, .seconds = 0.5});
  const CellBatch batch{store.admit(subject, "digest"), "n=4", cells};
  store.write(seed, std::span(&batch, 1));
}

TEST(Store, GivesBackTheSameDoublesBitForBit) {
  const TemporaryFolder folder;
  const std::vector<double> values{
      0.1, -1.0 / 3, 5e-324, std::numeric_limits<double>::max(), 42.0, 0x1p62, 9007199254740993.0};
  {
    Store store = Store::open(folder / "store.sqlite");
    write_values(store, "a/b", 0, values);
  }
  const Store store = Store::open_existing(folder / "store.sqlite");
  const SubjectCells cells = store.load("a/b", seed);
  ASSERT_EQ(cells.size(), 1U);
  const auto stored = cells.at("n=4").values(std::ssize(values));
  for (std::size_t i = 0; i < values.size(); ++i) {
    EXPECT_EQ(std::bit_cast<std::uint64_t>(stored[i]), std::bit_cast<std::uint64_t>(values[i]));
  }
  EXPECT_TRUE(store.load("a/b", seed + 1).empty());
  EXPECT_TRUE(store.load("a/c", seed).empty());
}

TEST(Store, KeepsTheFirstFinishedValueOfATrial) {
  const TemporaryFolder folder;
  Store store = Store::open(folder / "store.sqlite");
  write_values(store, "a/b", 0, {1});
  write_values(store, "a/b", 0, {2});
  EXPECT_EQ(store.load("a/b", seed).at("n=4").value(0), 1);
}

TEST(Store, LetsAFailedTrialGiveWay) {
  const TemporaryFolder folder;
  Store store = Store::open(folder / "store.sqlite");
  const std::vector<Cell> failed{{.trial = 0, .failure = "out of memory"}};
  const CellBatch batch{store.admit("a/b", "digest"), "n=4", failed};
  store.write(seed, std::span(&batch, 1));
  EXPECT_EQ(store.load("a/b", seed).at("n=4").failures(1).front().failure, "out of memory");
  write_values(store, "a/b", 0, {2});
  EXPECT_EQ(store.load("a/b", seed).at("n=4").value(0), 2);
}

TEST(Store, RefusesTrialsOfAnotherDefinition) {
  const TemporaryFolder folder;
  Store store = Store::open(folder / "store.sqlite");
  write_values(store, "a/b", 0, {1});
  EXPECT_EQ(store.digest("a/b"), "digest");
  EXPECT_THAT([&] { store.admit("a/b", "other"); },
              ThrowsMessage<StoreError>(HasSubstr("another definition of 'a/b'")));
  store.forget("a/b", "other", seed);
  EXPECT_EQ(store.digest("a/b"), std::nullopt);
  store.admit("a/b", "other");
  EXPECT_TRUE(store.load("a/b", seed).empty());
}

TEST(Store, ForgetsOneSeedOfTheSameDefinition) {
  const TemporaryFolder folder;
  Store store = Store::open(folder / "store.sqlite");
  write_values(store, "a/b", 0, {1});
  store.forget("a/b", "digest", seed + 1);
  EXPECT_EQ(store.load("a/b", seed).size(), 1U);
  store.forget("a/b", "digest", seed);
  EXPECT_TRUE(store.load("a/b", seed).empty());
}

TEST(Store, NotesEachDefinitionBeforeItsFirstTrial) {
  const TemporaryFolder folder;
  Store store = Store::open(folder / "store.sqlite");
  EXPECT_TRUE(store.registrations("a/b").empty());
  store.admit("a/b", "digest");
  store.register_definition("a/b", "digest");
  ASSERT_EQ(store.registrations("a/b").size(), 1U);
  const std::string date = store.registrations("a/b")[0].registered;
  EXPECT_THAT(date, testing::MatchesRegex("20..-..-..T..:..:..Z"));
  EXPECT_EQ(store.registrations("a/b")[0].first_trial, "");

  write_values(store, "a/b", 0, {1});
  const std::string first_trial = store.registrations("a/b")[0].first_trial;
  EXPECT_GE(first_trial, date);

  // Another definition is noted beside it, and none is twice.
  store.forget("a/b", "other", seed);
  store.admit("a/b", "other");
  for (int run = 0; run < 2; ++run) store.register_definition("a/b", "other");
  const auto all = Store::open_existing(folder / "store.sqlite").registrations("a/b");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].digest, "digest");
  EXPECT_EQ(all[0].first_trial, first_trial);
  EXPECT_EQ(all[1].digest, "other");
  EXPECT_EQ(all[1].first_trial, "");
}

TEST(Store, KeepsTheEarlierDatesOfTwoStores) {
  const TemporaryFolder folder;
  Store store = Store::open(folder / "store.sqlite");
  store.merge_registration("a/b", {"digest", "2026-01-02T00:00:00Z", ""});
  EXPECT_EQ(store.registrations("a/b").front().first_trial, "");
  store.merge_registration("a/b", {"digest", "2026-01-03T00:00:00Z", "2026-01-04T00:00:00Z"});
  store.merge_registration("a/b", {"digest", "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z"});
  store.merge_registration("a/b", {"digest", "2026-01-03T00:00:00Z", ""});
  const auto all = store.registrations("a/b");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.front().registered, "2026-01-01T00:00:00Z");
  EXPECT_EQ(all.front().first_trial, "2026-01-04T00:00:00Z");
}

TEST(Store, NotesNoDefinitionAfterItsFirstTrial) {
  const TemporaryFolder folder;
  Store store = Store::open(folder / "store.sqlite");
  write_values(store, "a/b", 0, {1});
  store.register_definition("a/b", "digest");
  EXPECT_TRUE(store.registrations("a/b").empty());
}

TEST(Store, RefusesToWriteForASubjectThatAnotherProcessForgot) {
  const TemporaryFolder folder;
  Store store = Store::open(folder / "store.sqlite");
  const std::int64_t number = store.admit("a/b", "digest");
  Store other = Store::open(folder / "store.sqlite");
  other.forget("a/b", "new digest", seed);
  other.admit("a/b", "new digest");
  const std::vector<Cell> cells{{.trial = 0, .value = 1}};
  const CellBatch batch{number, "n=4", cells};
  EXPECT_THROW(store.write(seed, std::span(&batch, 1)), StoreError);
  EXPECT_TRUE(other.load("a/b", seed).empty());
}

TEST(Store, RemembersTheNewestRunOfEachSeed) {
  const TemporaryFolder folder;
  Store store = Store::open(folder / "store.sqlite");
  EXPECT_FALSE(store.newest_run(std::nullopt));
  store.begin_run({.version = "1", .commit = "c", .seed = seed, .tier = "quick"}, 0.01);
  store.begin_run({.version = "2", .commit = "d", .seed = 7, .tier = "full"}, 0.05);
  EXPECT_EQ(store.newest_run(std::nullopt)->seed, 7U);
  EXPECT_EQ(store.newest_run(std::nullopt)->alpha, 0.05);
  EXPECT_EQ(store.newest_run(seed)->tier, "quick");
  EXPECT_FALSE(store.newest_run(8));
  EXPECT_EQ(store.provenance(7, "full").commit, "d");
  EXPECT_EQ(store.provenance(7, "quick").commit, "");
}

TEST(Store, TakesCellsOfManyProcessesAtOnce) {
  const TemporaryFolder folder;
  const auto file = folder / "store.sqlite";
  constexpr int processes = 8, writes = 20, cells_each = 50;
  std::vector<pid_t> children;
  for (int process = 0; process < processes; ++process) {
    const pid_t child = fork();
    if (child == 0) {
      try {
        Store store = Store::open(file);  // the first of them makes it
        for (int i = 0; i < writes; ++i) {
          const std::string subject = "a/b:" + std::to_string(process % 4);
          write_values(store, subject, std::int64_t{i} * cells_each,
                       std::vector<double>(cells_each, i));
        }
        _exit(0);
      } catch (const std::exception&) {
        _exit(1);
      }
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  }
  const Store store = Store::open_existing(file);
  for (int subject = 0; subject < 4; ++subject) {
    const auto cells = store.load("a/b:" + std::to_string(subject), seed);
    EXPECT_EQ(cells.at("n=4").values(std::int64_t{writes} * cells_each).back(), writes - 1);
  }
}

}  // namespace
}  // namespace asymptest::store_test
