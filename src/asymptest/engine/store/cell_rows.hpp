#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "asymptest/engine/store/cells.hpp"

namespace asymptest {

/// The cells of a subject at a seed, a row after the other, in the order of points and trials.
///
/// In SQLite's own words: a column that SQLiteCpp hands out holds a share of its statement, which
/// costs more than the column where a store has millions of rows. Throws SQLite::Exception.
class CellRows {
 public:
  CellRows(sqlite3* database, const std::string& subject, std::int64_t seed);

  /// Whether there is another row, which is the current one from then on.
  bool next();
  /// The number of the current row's point.
  [[nodiscard]] std::int64_t point() const {
    return sqlite3_column_int64(rows_.get(), point_column);
  }
  /// The current row's trial. What something else has written may be no trial: throws StoreError
  /// with the file's name then, and with `key`, that of the point.
  [[nodiscard]] Cell cell(const std::filesystem::path& file, const std::string& key) const;

 private:
  enum Column { point_column, trial_column, value_column, seconds_column, failure_column };
  struct Close {
    void operator()(sqlite3_stmt* rows) const { sqlite3_finalize(rows); }
  };
  [[nodiscard]] int type(Column column) const { return sqlite3_column_type(rows_.get(), column); }
  [[nodiscard]] std::string text(Column column) const;

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Close> rows_;
};

}  // namespace asymptest
