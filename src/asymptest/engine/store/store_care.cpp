#include "asymptest/engine/store/store_care.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <array>

#include "asymptest/engine/store/cells.hpp"
#include "asymptest/engine/store/store_file.hpp"

namespace asymptest {
namespace {

namespace care_fs = std::filesystem;

template <typename Action>
auto cared(const care_fs::path& file, const Action& action) {
  try {
    return action();
  } catch (const SQLite::Exception& problem) {
    refuse_store(file, problem);
  }
}

/// The first column of each row, as text.
void add_rows(SQLite::Database& database, const std::string& sql, std::vector<std::string>& lines) {
  SQLite::Statement rows(database, sql);
  while (rows.executeStep()) lines.push_back(rows.getColumn(0).getString());
}

/// Which cells have a number or a value that no trial can have.
std::string wild() {
  return fmt::format(
      "typeof(trial) <> 'integer' OR trial NOT BETWEEN 0 AND {} "
      "OR (value IS NOT NULL AND typeof(value) <> 'real')",
      most_trial);
}

std::vector<std::string> problems_of(SQLite::Database& database) {
  std::vector<std::string> problems;
  add_rows(database, "SELECT * FROM pragma_integrity_check(20) WHERE integrity_check <> 'ok'",
           problems);
  if (!problems.empty()) return problems;
  add_rows(database,
           "SELECT count(*) || ' trials are of no subject' FROM cells "
           "WHERE subject NOT IN (SELECT id FROM subjects) HAVING count(*) > 0",
           problems);
  add_rows(database,
           "SELECT count(*) || ' trials are at no design point' FROM cells "
           "WHERE point NOT IN (SELECT id FROM points) HAVING count(*) > 0",
           problems);
  add_rows(database,
           "SELECT count(*) || ' trials have neither a value nor a failure, or both' FROM cells "
           "WHERE (value IS NULL) = (failure IS NULL) HAVING count(*) > 0",
           problems);
  add_rows(database,
           fmt::format("SELECT count(*) || ' trials have a number or a value that none can have' "
                       "FROM cells WHERE {} HAVING count(*) > 0",
                       wild()),
           problems);
  return problems;
}

/// A table and the columns by which its rows are in order.
struct Table {
  const char* name;
  const char* key;
  int columns;
};
constexpr std::array other_tables{Table{"runs", "id", 10},    Table{"subjects", "id", 3},
                                  Table{"points", "id", 2},   Table{"proofs", "id, seed", 4},
                                  Table{"shard", "rowid", 3}, Table{"registrations", "id", 5}};
constexpr Table cells_table{"cells", "subject, seed, point, trial", 8};

std::string in_order(const Table& table, std::string_view where, bool backwards) {
  std::string keys = table.key;
  if (backwards) {
    for (std::size_t at = keys.find(','); at != keys.npos; at = keys.find(',', at + 6)) {
      keys.insert(at, " DESC");
    }
    keys += " DESC";
  }
  return fmt::format("SELECT * FROM {} {} ORDER BY {}", table.name, where, keys);
}

/// The column's value as it is, whatever its type.
void take_over(SQLite::Statement& insert, int place, const SQLite::Column& column) {
  if (column.isNull()) {
    insert.bind(place);
  } else if (column.isInteger()) {
    insert.bind(place, column.getInt64());
  } else if (column.isFloat()) {
    insert.bind(place, column.getDouble());
  } else {
    insert.bind(place, column.getString());
  }
}

/// Rows until the first that can't be read, from one end.
void copy_until_damage(SQLite::Database& from, SQLite::Database& to, const Table& table,
                       std::string_view where, bool backwards) {
  std::string places = "?";
  for (int i = 1; i < table.columns; ++i) places += ", ?";
  SQLite::Statement insert(to,
                           fmt::format("INSERT OR IGNORE INTO {} VALUES({})", table.name, places));
  try {
    SQLite::Statement rows(from, in_order(table, where, backwards));
    while (rows.executeStep()) {
      for (int i = 0; i < table.columns; ++i) take_over(insert, i + 1, rows.getColumn(i));
      insert.exec();
      insert.reset();
    }
  } catch (const SQLite::Exception&) {
    // What lies behind the damage is read from the other end.
  }
}

void copy_readable(SQLite::Database& from, SQLite::Database& to, const Table& table,
                   std::string_view where = "") {
  copy_until_damage(from, to, table, where, false);
  copy_until_damage(from, to, table, where, true);
}

std::int64_t number(SQLite::Database& database, const char* sql) {
  return database.execAndGet(sql).getInt64();
}

/// Subject by subject, so that one damaged page costs one subject's rows around it.
void salvage(SQLite::Database& from, SQLite::Database& to, Repaired& repaired) {
  to.exec("PRAGMA foreign_keys = OFF");
  SQLite::Transaction transaction(to);
  for (const Table& table : other_tables) copy_readable(from, to, table);
  std::vector<std::string> ids;
  add_rows(to, "SELECT id FROM subjects", ids);
  for (const std::string& id : ids) {
    copy_readable(from, to, cells_table, fmt::format("WHERE subject = {}", id));
  }
  copy_readable(from, to, cells_table);
  constexpr const char* orphans =
      "FROM cells WHERE subject NOT IN (SELECT id FROM subjects) "
      "OR point NOT IN (SELECT id FROM points)";
  repaired.without_subject = number(to, fmt::format("SELECT count(*) {}", orphans).c_str());
  to.exec(fmt::format("DELETE {}", orphans));
  to.exec(fmt::format("DELETE FROM cells WHERE (value IS NULL) = (failure IS NULL) OR {}", wild()));
  repaired.trials = number(to, "SELECT count(*) FROM cells");
  transaction.commit();
}

care_fs::path free_name(const care_fs::path& file, const std::string& ending) {
  care_fs::path name = file.string() + ending;
  for (int i = 2; care_fs::exists(name); ++i)
    name = fmt::format("{}{}-{}", file.string(), ending, i);
  return name;
}

void rename_if_there(const care_fs::path& from, const care_fs::path& to) {
  if (care_fs::exists(from)) care_fs::rename(from, to);
}

/// The damaged one moves away with its journal, whole as it was.
void exchange(const care_fs::path& file, const care_fs::path& repaired,
              const care_fs::path& damaged) {
  for (const char* part : {"", "-wal", "-shm"}) {
    rename_if_there(file.string() + part, damaged.string() + part);
  }
  care_fs::rename(repaired, file);
}

std::string csv_text(std::string_view text) {
  std::string copy = "\"";
  for (const char letter : text)
    copy += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return copy + "\"";
}

std::string csv_line(SQLite::Statement& columns) {
  enum Column { subject, seed, point, trial, value, seconds, failure };
  const std::string measured =
      columns.isColumnNull(value) ? "" : fmt::format("{}", columns.getColumn(value).getDouble());
  return fmt::format(
      "{},{},{},{},{},{},{}\n", csv_text(columns.getColumn(subject).getString()),
      static_cast<std::uint64_t>(columns.getColumn(seed).getInt64()),
      csv_text(columns.getColumn(point).getString()), columns.getColumn(trial).getInt64(), measured,
      columns.getColumn(seconds).getDouble(),
      columns.isColumnNull(failure) ? "" : csv_text(columns.getColumn(failure).getString()));
}

}  // namespace

std::vector<std::string> check_store(const care_fs::path& file) {
  return cared(file, [&] {
    SQLite::Database database = open_store_file(file, OpenMode::existing);
    return problems_of(database);
  });
}

Repaired repair_store(const care_fs::path& file) {
  return cared(file, [&] {
    Repaired repaired;
    const care_fs::path fresh = free_name(file, ".repaired");
    {
      SQLite::Database damaged(file.string(), SQLite::OPEN_READWRITE);
      if (!has_header_of_store(damaged)) {
        refuse_store(file, "has not the header of a store, nothing can be saved");
      }
      bool sound = false;
      try {
        sound = problems_of(damaged).empty();
        if (sound) repaired.trials = number(damaged, "SELECT count(*) FROM cells");
      } catch (const SQLite::Exception&) {
        // So damaged that not even the check can be made.
      }
      if (sound) return repaired;
      SQLite::Database target = open_store_file(fresh, OpenMode::create);
      salvage(damaged, target, repaired);
    }
    repaired.damaged = free_name(file, ".damaged");
    exchange(file, fresh, repaired.damaged);
    return repaired;
  });
}

Vacuumed vacuum_store(const care_fs::path& file) {
  return cared(file, [&] {
    Vacuumed bytes{.before = care_fs::file_size(file)};
    {
      SQLite::Database database = open_store_file(file, OpenMode::existing);
      database.exec("VACUUM");
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    bytes.after = care_fs::file_size(file);
    return bytes;
  });
}

void export_store(const care_fs::path& file,
                  const std::function<void(std::string_view line)>& write) {
  cared(file, [&] {
    SQLite::Database database = open_store_file(file, OpenMode::existing);
    SQLite::Statement rows(
        database,
        "SELECT subject, seed, point, trial, value, seconds, failure FROM trials "
        "ORDER BY subject, seed, point, trial");
    write("subject,seed,point,trial,value,seconds,failure\n");
    while (rows.executeStep()) write(csv_line(rows));
  });
}

}  // namespace asymptest
