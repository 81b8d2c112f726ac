#include "asymptest/engine/store/store_care.hpp"

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <tuple>

#include "asymptest/engine/store/store.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::store_care_test {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::ThrowsMessage;

constexpr std::int64_t trials = 2000;
constexpr std::streamoff page_size = 4096;

/// Many pages of trials of three subjects.
void fill(const fs::path& file) {
  Store store = Store::open(file);
  for (const std::string name : {"a/one", "b/two", "c/three"}) {
    const std::int64_t number = store.admit(name, "digest");
    std::vector<Cell> cells;
    for (std::int64_t trial = 0; trial < trials; ++trial) {
      cells.push_back({trial, 0.1 * static_cast<double>(trial), 0.5, trial == 7 ? "a \"b\"" : ""});
    }
    store.write(1, std::vector<CellBatch>{{number, "n=1", cells}});
  }
}

void damage_page(const fs::path& file, std::streamoff page) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(page * page_size);
  stream << std::string(static_cast<std::size_t>(page_size), '\xab');
}

class StoreCare : public testing::Test {
 protected:
  StoreCare() { fill(file_); }
  [[nodiscard]] std::int64_t finished(const std::string& subject) const {
    const SubjectCells cells = Store::open_existing(file_).load(subject, 1);
    const auto at = cells.find("n=1");
    if (at == cells.end()) return 0;
    std::int64_t count = 0;
    for (std::int64_t trial = 0; trial < trials; ++trial) {
      const auto value = at->second.value(trial);
      if (!value) continue;
      EXPECT_EQ(*value, 0.1 * static_cast<double>(trial));
      ++count;
    }
    return count;
  }

  TemporaryFolder folder_;
  fs::path file_ = folder_ / "store.sqlite";
};

TEST_F(StoreCare, FindsNothingWrongWithASoundStore) {
  EXPECT_THAT(check_store(file_), IsEmpty());
  const Repaired repaired = repair_store(file_);
  EXPECT_TRUE(repaired.damaged.empty());
  EXPECT_EQ(repaired.trials, 3 * trials);
}

/// Whatever page is damaged but the header's: what a sound page held is there again, the damaged
/// file is kept, and the new one is sound.
TEST_F(StoreCare, SavesWhatADamagedPageDidNotHold) {
  const auto pages = static_cast<std::streamoff>(fs::file_size(file_)) / page_size;
  ASSERT_GT(pages, 20);
  const fs::path sound = folder_ / "sound.sqlite";
  fs::copy_file(file_, sound);
  std::int64_t best = 0;
  for (std::streamoff page = 1; page < pages; page += 7) {
    fs::copy_file(sound, file_, fs::copy_options::overwrite_existing);
    damage_page(file_, page);
    const Repaired repaired = repair_store(file_);
    if (repaired.damaged.empty()) continue;  // a page of no table
    EXPECT_TRUE(fs::exists(repaired.damaged));
    EXPECT_THAT(check_store(file_), IsEmpty());
    EXPECT_EQ(Store::open(file_).count(), repaired.trials);
    EXPECT_LE(finished("a/one") + finished("b/two") + finished("c/three"), 3 * (trials - 1));
    best = std::max(best, repaired.trials);
  }
  EXPECT_GT(best, 3 * trials - 500) << "a page holds a hundred trials or so";
}

TEST_F(StoreCare, NamesTheRepairWhereAReadMeetsDamage) {
  const auto pages = static_cast<std::streamoff>(fs::file_size(file_)) / page_size;
  for (std::streamoff page = 8; page < pages; ++page) damage_page(file_, page);
  EXPECT_THAT(check_store(file_), Not(IsEmpty()));
  const Store store = Store::open(file_);
  EXPECT_THAT([&] { static_cast<void>(store.load("c/three", 1)); },
              ThrowsMessage<StoreError>(HasSubstr("`asymptest store repair --store")));
}

TEST_F(StoreCare, ChecksTheFileFirstWhereItsLastWriterDidNotCloseIt) {
  const auto pages = static_cast<std::streamoff>(fs::file_size(file_)) / page_size;
  damage_page(file_, pages / 2);
  EXPECT_NO_THROW(Store::open(file_));
  {  // a journal that nobody holds open
    const fs::path other = folder_ / "other.sqlite";
    fill(other);
    Store writing = Store::open(other);
    writing.admit("d/four", "digest");
    fs::copy_file(other.string() + "-wal", file_.string() + "-wal");
  }
  EXPECT_THAT([&] { Store::open(file_); },
              ThrowsMessage<StoreError>(HasSubstr("was not closed by its last writer")));
}

TEST_F(StoreCare, DoesNotCheckWhileAnotherProcessWrites) {
  Store writing = Store::open(file_);
  writing.admit("d/four", "digest");
  ASSERT_GT(fs::file_size(file_.string() + "-wal"), 0U);
  EXPECT_NO_THROW(Store::open(file_));
}

TEST_F(StoreCare, RefusesTrialsThatNoneCanBeAndKeepsTheOthers) {
  const char* const edits[] = {
      "UPDATE cells SET trial = -1 WHERE trial = 3",
      "UPDATE cells SET trial = 9223372036854775807 WHERE trial = 3",
      "UPDATE cells SET trial = 'x' WHERE trial = 3",
      "UPDATE cells SET value = 'x' WHERE trial = 3",
      "UPDATE cells SET value = NULL WHERE trial = 3",
  };
  for (const char* edit : edits) {
    const fs::path wild = folder_ / "wild.sqlite";
    fs::copy_file(file_, wild, fs::copy_options::overwrite_existing);
    SQLite::Database(wild.string(), SQLite::OPEN_READWRITE).exec(edit);
    EXPECT_THAT([&] { std::ignore = Store::open_existing(wild).load("b/two", 1); },
                ThrowsMessage<StoreError>(HasSubstr("asymptest store repair")))
        << edit;
    EXPECT_THAT(check_store(wild), Contains(HasSubstr("3 trials"))) << edit;
    EXPECT_EQ(repair_store(wild).trials, 3 * (trials - 1)) << edit;
    EXPECT_THAT(check_store(wild), IsEmpty()) << edit;
  }
}

TEST_F(StoreCare, GivesTheDiskBackWhatForgottenTrialsTook) {
  {
    Store store = Store::open(file_);
    store.forget("a/one", "digest", 1);
    store.forget("b/two", "digest", 1);
  }
  const Vacuumed bytes = vacuum_store(file_);
  EXPECT_LT(bytes.after, bytes.before / 2);
  EXPECT_EQ(finished("c/three"), trials - 1);
}

TEST_F(StoreCare, WritesEveryTrialAsCsv) {
  std::vector<std::string> lines;
  export_store(file_, [&](std::string_view line) { lines.emplace_back(line); });
  EXPECT_EQ(std::ssize(lines), 3 * trials + 1);
  EXPECT_EQ(lines[0], "subject,seed,point,trial,value,seconds,failure\n");
  EXPECT_EQ(lines[1 + 3], "\"a/one\",1,\"n=1\",3,0.30000000000000004,0.5,\n");
  EXPECT_EQ(lines[1 + 7], "\"a/one\",1,\"n=1\",7,,0.5,\"a \"\"b\"\"\"\n");
}

TEST(StoreCareOfOthers, LeavesAFileThatIsNoStoreAlone) {
  const TemporaryFolder folder;
  const fs::path file = folder / "notes.txt";
  std::ofstream(file) << std::string(5000, 'x');
  EXPECT_THAT([&] { repair_store(file); }, ThrowsMessage<StoreError>(HasSubstr("not an SQLite")));
  EXPECT_THAT([&] { check_store(file); }, ThrowsMessage<StoreError>(HasSubstr("not an SQLite")));
  EXPECT_EQ(fs::file_size(file), 5000U);
}

/// A small store that each released version wrote.
TEST(ReleasedStores, AreBroughtUpToTheSchemaWithAllThatTheyHold) {
  for (int schema = 1; schema < store_schema; ++schema) {
    SCOPED_TRACE(schema);
    const TemporaryFolder folder;
    const fs::path file = folder / "store.sqlite";
    fs::copy_file(fs::path(RELEASED_STORES) / ("schema-" + std::to_string(schema) + ".sqlite"),
                  file);
    for (int opened = 0; opened < 2; ++opened) {
      Store store = Store::open(file);
      EXPECT_EQ(store.count(), 5);
      EXPECT_EQ(store.digest("topic/example"), "d1");
      EXPECT_EQ(store.newest_run({}).value().tier, "quick");
      const SubjectCells cells = store.load("topic/example", 1);
      EXPECT_EQ(cells.at("n=1").value(1), 0.1);
      EXPECT_EQ(cells.at("n=2").failures(2).at(0).failure, "the trial threw: boom");
      EXPECT_EQ(store.proof("proof/one", 1).has_value(), schema > 1);
      EXPECT_FALSE(store.shard().has_value());
    }
    EXPECT_THAT(check_store(file), IsEmpty());
  }
}

}  // namespace
}  // namespace asymptest::store_care_test
