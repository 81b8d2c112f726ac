#include "asymptest/engine/store/cell_rows.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>

#include "asymptest/engine/store/store_file.hpp"

namespace asymptest {
namespace {

constexpr const char* cells_sql =
    "SELECT point, trial, value, seconds, failure FROM cells "
    "WHERE subject = (SELECT id FROM subjects WHERE name = ?) AND seed = ? ORDER BY point, trial";

}  // namespace

CellRows::CellRows(sqlite3* database, const std::string& subject, std::int64_t seed)
    : database_(database) {
  sqlite3_stmt* rows = nullptr;
  const int prepared = sqlite3_prepare_v2(database, cells_sql, -1, &rows, nullptr);
  rows_.reset(rows);
  if (prepared != SQLITE_OK ||
      sqlite3_bind_text(rows, 1, subject.data(), static_cast<int>(subject.size()),
                        SQLITE_TRANSIENT) != SQLITE_OK ||
      sqlite3_bind_int64(rows, 2, seed) != SQLITE_OK) {
    throw SQLite::Exception(database);
  }
}

bool CellRows::next() {
  const int outcome = sqlite3_step(rows_.get());
  if (outcome != SQLITE_ROW && outcome != SQLITE_DONE) throw SQLite::Exception(database_);
  return outcome == SQLITE_ROW;
}

std::string CellRows::text(Column column) const {
  const auto* letters = sqlite3_column_text(rows_.get(), column);
  if (letters == nullptr) return "";
  const int length = sqlite3_column_bytes(rows_.get(), column);
  return {reinterpret_cast<const char*>(letters), static_cast<std::size_t>(length)};
}

Cell CellRows::cell(const std::filesystem::path& file, const std::string& key) const {
  const std::int64_t number = sqlite3_column_int64(rows_.get(), trial_column);
  const int value = type(value_column);
  const bool has_value = value == SQLITE_FLOAT;
  const bool is_trial =
      type(trial_column) == SQLITE_INTEGER && number >= 0 && number <= most_trial &&
      has_value == (type(failure_column) == SQLITE_NULL) && has_value == (value != SQLITE_NULL);
  if (!is_trial) {
    refuse_store(file, fmt::format("holds a trial {} at {} that none can be; `asymptest store "
                                   "repair` keeps the others",
                                   text(trial_column), key));
  }
  return {number, sqlite3_column_double(rows_.get(), value_column),
          sqlite3_column_double(rows_.get(), seconds_column),
          has_value ? "" : text(failure_column)};
}

}  // namespace asymptest
