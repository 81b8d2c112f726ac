#include "asymptest/engine/store/cell_rows.hpp"

#include <SQLiteCpp/Exception.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "asymptest/engine/store/store.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::cell_rows_test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

constexpr std::uint64_t seed = 3;

class CellRowsTest : public testing::Test {
 protected:
  CellRowsTest() {
    Store store = Store::open(file_);
    const std::int64_t number = store.admit("a/b", "digest");
    const std::vector<Cell> large{{1, 0.25, 2, ""}, {0, 0.5, 1, ""}}, small{{0, 0, 3, "too small"}};
    const std::vector<CellBatch> batches{{number, "n=8", large}, {number, "n=4", small}};
    store.write(seed, batches);
  }

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "store.sqlite";
};

TEST_F(CellRowsTest, GiveTheTrialsPointByPointInTheirOrder) {
  const SQLite::Database database = open_store_file(file_, OpenMode::existing);
  CellRows rows(database.getHandle(), "a/b", seed);
  std::vector<Cell> cells;
  std::vector<std::int64_t> points;
  while (rows.next()) {
    cells.push_back(rows.cell(file_, "n"));
    points.push_back(rows.point());
  }
  ASSERT_EQ(cells.size(), 3U);
  EXPECT_EQ(points[0], points[1]);
  EXPECT_NE(points[1], points[2]);
  EXPECT_EQ(cells[0].trial, 0);
  EXPECT_EQ(cells[0].value, 0.5);
  EXPECT_EQ(cells[1].seconds, 2);
  EXPECT_THAT(cells[1].failure, IsEmpty());
  EXPECT_EQ(cells[2].failure, "too small");
}

TEST_F(CellRowsTest, OfAnUnknownSubjectOrSeedAreNone) {
  const SQLite::Database database = open_store_file(file_, OpenMode::existing);
  EXPECT_FALSE(CellRows(database.getHandle(), "a/c", seed).next());
  EXPECT_FALSE(CellRows(database.getHandle(), "a/b", seed + 1).next());
}

TEST_F(CellRowsTest, NameTheFileAndThePointOfWhatIsNoTrial) {
  SQLite::Database database = open_store_file(file_, OpenMode::create);
  database.exec("UPDATE cells SET trial = 'x' WHERE trial = 1");
  CellRows rows(database.getHandle(), "a/b", seed);
  EXPECT_THAT(
      [&] {
        while (rows.next()) std::ignore = rows.cell(file_, "n=8");
      },
      ThrowsMessage<StoreError>(HasSubstr("store.sqlite': holds a trial x at n=8")));
}

TEST_F(CellRowsTest, TellWhatSqliteRefuses) {
  SQLite::Database database = open_store_file(file_, OpenMode::create);
  database.exec("DROP VIEW trials; DROP TABLE cells");
  EXPECT_THROW(CellRows(database.getHandle(), "a/b", seed), SQLite::Exception);
}

TEST_F(CellRowsTest, APointThatIsNotNamedIsRefused) {
  open_store_file(file_, OpenMode::create).exec("DELETE FROM points WHERE key = 'n=4'");
  EXPECT_THAT([&] { std::ignore = Store::open_existing(file_).load("a/b", seed); },
              ThrowsMessage<StoreError>(HasSubstr("asymptest store repair")));
}

}  // namespace
}  // namespace asymptest::cell_rows_test
