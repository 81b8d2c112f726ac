#include "asymptest/engine/store/store.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <chrono>
#include <map>
#include <thread>

#include "asymptest/engine/store/database.hpp"

namespace asymptest {
namespace {

namespace fs = std::filesystem;

/// "asym" in ASCII: tells a store from any other SQLite file.
constexpr std::int64_t application_id = 0x6173796d;

/// Switching a new file to write-ahead mode doesn't wait for locks by itself.
constexpr int attempts_while_busy = 600;
constexpr std::chrono::milliseconds pause_while_busy{50};

constexpr const char* tables_sql = R"(
  CREATE TABLE runs(
    id INTEGER PRIMARY KEY, started TEXT NOT NULL, version TEXT NOT NULL, git_commit TEXT NOT NULL,
    compiler TEXT NOT NULL, flags TEXT NOT NULL, processor TEXT NOT NULL,
    seed INTEGER NOT NULL, tier TEXT NOT NULL, alpha REAL NOT NULL);
  CREATE TABLE subjects(
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, digest TEXT NOT NULL);
  CREATE TABLE points(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
  CREATE TABLE cells(
    subject INTEGER NOT NULL REFERENCES subjects ON DELETE CASCADE,
    seed INTEGER NOT NULL, point INTEGER NOT NULL, trial INTEGER NOT NULL,
    run INTEGER NOT NULL, value REAL, seconds REAL NOT NULL, failure TEXT,
    PRIMARY KEY(subject, seed, point, trial)) WITHOUT ROWID;
  CREATE TABLE proofs(
    id TEXT NOT NULL, seed INTEGER NOT NULL, run INTEGER NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY(id, seed));
  CREATE VIEW trials AS
    SELECT subjects.name AS subject, seed, points.key AS point, trial, value, seconds, failure
    FROM cells JOIN subjects ON subjects.id = subject JOIN points ON points.id = point;
)";

enum class Content { empty, store };

[[noreturn]] void refuse(const fs::path& file, std::string_view problem) {
  throw StoreError(fmt::format("store '{}': {}", file.string(), problem));
}

Content content_of(const Database& database, const fs::path& file) {
  const std::int64_t application = database.integer("PRAGMA application_id");
  const std::int64_t version = database.integer("PRAGMA user_version");
  const std::int64_t tables = database.integer("SELECT count(*) FROM sqlite_master");
  if (application == 0 && version == 0 && tables == 0) return Content::empty;
  if (application != application_id) {
    refuse(file, "is an SQLite file, but not a store of asymptest");
  }
  if (version != Store::schema) {
    refuse(file,
           fmt::format("has schema version {}, expected {}; remove it or name another --store",
                       version, Store::schema));
  }
  return Content::store;
}

template <typename Action>
auto while_not_busy(const Action& action) {
  for (int attempt = 1;; ++attempt) {
    try {
      return action();
    } catch (const DatabaseError& problem) {
      const bool busy = (problem.code() & 0xff) == SQLITE_BUSY;
      if (!busy || attempt == attempts_while_busy) throw;
    }
    std::this_thread::sleep_for(pause_while_busy);
  }
}

void create_tables(Database& database, const fs::path& file) {
  while_not_busy([&] { database.execute("PRAGMA journal_mode = WAL"); });
  Transaction transaction(database);
  if (content_of(database, file) == Content::store) return;  // another process was faster
  database.execute(tables_sql);
  database.execute(fmt::format("PRAGMA application_id = {}", application_id));
  database.execute(fmt::format("PRAGMA user_version = {}", Store::schema));
  transaction.commit();
}

void require_place(const fs::path& file) {
  if (fs::is_directory(file)) refuse(file, "is a folder, expected a file");
  const fs::path folder = file.parent_path();
  if (!folder.empty() && !fs::is_directory(folder)) {
    refuse(file, fmt::format("there is no folder '{}'", folder.string()));
  }
}

/// SQLite's refusals to open, in the words of a person who named the wrong file.
[[noreturn]] void explain(const DatabaseError& problem, const fs::path& file) {
  switch (problem.code() & 0xff) {
    case SQLITE_NOTADB:
      refuse(file, "is not an SQLite file, expected a store of asymptest or a new file");
    case SQLITE_CANTOPEN:
      refuse(file, "can't be opened: is it there, and may you read and write it?");
    case SQLITE_READONLY:
      refuse(file, "is read-only");
    default:
      throw StoreError(problem.what());
  }
}

Database open_checked(const fs::path& file, Database::Mode mode) {
  require_place(file);
  try {
    Database database(file.string(), mode);
    const Content content = while_not_busy([&] {
      const Transaction snapshot(database, Transaction::Kind::reading);
      return content_of(database, file);
    });
    if (mode == Database::Mode::create) {
      if (database.is_read_only()) refuse(file, "is read-only");
      if (content == Content::empty) create_tables(database, file);
      database.execute("PRAGMA synchronous = NORMAL");
      database.execute("PRAGMA foreign_keys = ON");
    } else if (content == Content::empty) {
      refuse(file, "is empty");
    }
    return database;
  } catch (const DatabaseError& problem) {
    explain(problem, file);
  }
}

std::int64_t stored(std::uint64_t seed) { return static_cast<std::int64_t>(seed); }

}  // namespace

struct Store::Tables {
  fs::path file;
  Database database;
  std::int64_t run = 0;
  std::map<std::string, std::int64_t, std::less<>> point_numbers;

  std::int64_t point_number(std::string_view key);
};

std::int64_t Store::Tables::point_number(std::string_view key) {
  const auto known = point_numbers.find(key);
  if (known != point_numbers.end()) return known->second;
  database.prepare("INSERT OR IGNORE INTO points(key) VALUES(?)").bind(1, key).run();
  Statement find = database.prepare("SELECT id FROM points WHERE key = ?");
  find.bind(1, key).step();
  return point_numbers.emplace(key, find.integer(0)).first->second;
}

Store::Store(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const fs::path& file) {
  return Store(std::make_unique<Tables>(Tables{file, open_checked(file, Database::Mode::create)}));
}

Store Store::open_existing(const fs::path& file) {
  if (!fs::exists(file)) refuse(file, "is not there");
  return Store(
      std::make_unique<Tables>(Tables{file, open_checked(file, Database::Mode::read_write)}));
}

void Store::begin_run(const Provenance& provenance, double alpha) {
  tables_->database
      .prepare(
          "INSERT INTO runs(started, version, git_commit, compiler, flags, processor, seed, "
          "tier, alpha) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(1, provenance.measured_at)
      .bind(2, provenance.version)
      .bind(3, provenance.commit)
      .bind(4, provenance.compiler)
      .bind(5, provenance.flags)
      .bind(6, provenance.processor)
      .bind(7, stored(provenance.seed))
      .bind(8, provenance.tier)
      .bind(9, alpha)
      .run();
  tables_->run = tables_->database.last_insert_id();
}

std::optional<RunSettings> Store::newest_run(std::optional<std::uint64_t> seed) const {
  Statement find = tables_->database.prepare(
      "SELECT seed, tier, alpha FROM runs WHERE ? IS NULL OR seed = ?1 ORDER BY id DESC LIMIT 1");
  if (seed) {
    find.bind(1, stored(*seed));
  } else {
    find.bind_null(1);
  }
  if (!find.step()) return std::nullopt;
  return RunSettings{static_cast<std::uint64_t>(find.integer(0)), find.text(1), find.real(2)};
}

Provenance Store::provenance(std::uint64_t seed, const std::string& tier) const {
  Statement find = tables_->database.prepare(
      "SELECT version, git_commit, compiler, flags, processor, started FROM runs "
      "WHERE seed = ? AND tier = ? ORDER BY id DESC LIMIT 1");
  Provenance provenance{.seed = seed, .tier = tier};
  if (!find.bind(1, stored(seed)).bind(2, tier).step()) return provenance;
  provenance.version = find.text(0);
  provenance.commit = find.text(1);
  provenance.compiler = find.text(2);
  provenance.flags = find.text(3);
  provenance.processor = find.text(4);
  provenance.measured_at = find.text(5);
  return provenance;
}

std::optional<std::string> Store::digest(const std::string& subject) const {
  Statement find = tables_->database.prepare("SELECT digest FROM subjects WHERE name = ?");
  if (!find.bind(1, subject).step()) return std::nullopt;
  return find.text(0);
}

std::int64_t Store::admit(const std::string& subject, const std::string& digest) {
  Transaction transaction(tables_->database);
  tables_->database.prepare("INSERT OR IGNORE INTO subjects(name, digest) VALUES(?, ?)")
      .bind(1, subject)
      .bind(2, digest)
      .run();
  Statement find = tables_->database.prepare("SELECT id, digest FROM subjects WHERE name = ?");
  find.bind(1, subject).step();
  if (find.text(1) != digest) {
    refuse(tables_->file, fmt::format("holds trials of another definition of '{}'", subject));
  }
  const std::int64_t number = find.integer(0);
  find.reset();
  transaction.commit();
  return number;
}

void Store::forget(const std::string& subject, const std::string& digest, std::uint64_t seed) {
  Transaction transaction(tables_->database);
  tables_->database.prepare("DELETE FROM subjects WHERE name = ? AND digest <> ?")
      .bind(1, subject)
      .bind(2, digest)
      .run();
  tables_->database
      .prepare(
          "DELETE FROM cells WHERE seed = ? AND "
          "subject = (SELECT id FROM subjects WHERE name = ?)")
      .bind(1, stored(seed))
      .bind(2, subject)
      .run();
  transaction.commit();
}

SubjectCells Store::load(const std::string& subject, std::uint64_t seed) const {
  Statement rows = tables_->database.prepare(
      "SELECT points.key, trial, value, seconds, failure FROM cells "
      "JOIN points ON points.id = point "
      "WHERE subject = (SELECT id FROM subjects WHERE name = ?) AND seed = ? "
      "ORDER BY point, trial");
  rows.bind(1, subject).bind(2, stored(seed));
  SubjectCells cells;
  std::string key;
  PointCells* at = nullptr;
  while (rows.step()) {
    std::string row_key = rows.text(0);
    if (at == nullptr || row_key != key) {
      key = std::move(row_key);
      at = &cells[key];
    }
    at->set({rows.integer(1), rows.real(2), rows.real(3), rows.text(4)});
  }
  return cells;
}

void Store::write(std::uint64_t seed, std::span<const CellBatch> batches) {
  // Before the transaction: if it were rolled back, the numbers kept in memory would be wrong.
  for (const CellBatch& batch : batches) tables_->point_number(batch.point);
  Transaction transaction(tables_->database);
  Statement insert = tables_->database.prepare(
      "INSERT INTO cells VALUES(?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET run = excluded.run, value = excluded.value, "
      "seconds = excluded.seconds, failure = excluded.failure WHERE cells.failure IS NOT NULL");
  for (const CellBatch& batch : batches) {
    insert.bind(1, batch.subject).bind(2, stored(seed));
    insert.bind(3, tables_->point_number(batch.point)).bind(5, tables_->run);
    for (const Cell& cell : batch.cells) {
      insert.bind(4, cell.trial).bind(7, cell.seconds);
      if (cell.failed()) {
        insert.bind_null(6).bind(8, std::string_view(cell.failure));
      } else {
        insert.bind(6, cell.value).bind_null(8);
      }
      insert.run();
    }
  }
  transaction.commit();
}

std::optional<std::string> Store::proof(const std::string& id, std::uint64_t seed) const {
  Statement find = tables_->database.prepare("SELECT record FROM proofs WHERE id = ? AND seed = ?");
  if (!find.bind(1, id).bind(2, stored(seed)).step()) return std::nullopt;
  return find.text(0);
}

void Store::write_proof(const std::string& id, std::uint64_t seed, const std::string& text) {
  tables_->database.prepare("INSERT OR REPLACE INTO proofs VALUES(?, ?, ?, ?)")
      .bind(1, id)
      .bind(2, stored(seed))
      .bind(3, tables_->run)
      .bind(4, text)
      .run();
}

}  // namespace asymptest
