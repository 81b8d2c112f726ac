#include "asymptest/engine/store/store.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include <map>
#include <set>

#include "asymptest/engine/store/cell_rows.hpp"

namespace asymptest {
namespace {

std::int64_t stored(std::uint64_t seed) { return static_cast<std::int64_t>(seed); }

}  // namespace

struct Store::Tables {
  Tables(std::filesystem::path of, SQLite::Database opened)
      : file(std::move(of)), database(std::move(opened)) {}

  std::filesystem::path file;
  SQLite::Database database;
  std::int64_t run = 0;
  std::map<std::string, std::int64_t, std::less<>> point_numbers;

  template <typename... Values>
  SQLite::Statement prepared(const std::string& sql, const Values&... values) {
    SQLite::Statement statement(database, sql);
    SQLite::bind(statement, values...);
    return statement;
  }

  /// The lock on writing, from construction on, so that what is read before stays true.
  SQLite::Transaction writing() {
    return SQLite::Transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  }

  /// What SQLite refuses is told with the file's name.
  template <typename Action>
  auto told(const Action& action) {
    try {
      return action();
    } catch (const SQLite::Exception& problem) {
      refuse_store(file, problem);
    }
  }

  std::int64_t point_number(std::string_view key);
  std::string point_key(std::int64_t number);
  /// Once for each subject: the date of its first trial, where its definition is registered.
  void note_first_trial(std::int64_t subject);
  std::set<std::int64_t> subjects_with_trials;
};

void Store::Tables::note_first_trial(std::int64_t subject) {
  if (!subjects_with_trials.insert(subject).second) return;
  if (!database.tableExists("registrations")) return;
  prepared(
      "UPDATE registrations SET first_trial = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') "
      "WHERE first_trial IS NULL AND (name, digest) = "
      "(SELECT name, digest FROM subjects WHERE id = ?)",
      subject)
      .exec();
}

std::int64_t Store::Tables::point_number(std::string_view key) {
  const auto known = point_numbers.find(key);
  if (known != point_numbers.end()) return known->second;
  const std::string name(key);
  prepared("INSERT OR IGNORE INTO points(key) VALUES(?)", name).exec();
  SQLite::Statement find = prepared("SELECT id FROM points WHERE key = ?", name);
  find.executeStep();
  return point_numbers.emplace(key, find.getColumn(0).getInt64()).first->second;
}

std::string Store::Tables::point_key(std::int64_t number) {
  SQLite::Statement find = prepared("SELECT key FROM points WHERE id = ?", number);
  if (!find.executeStep()) {
    refuse_store(file, fmt::format("holds trials at a point {} that it doesn't name; `asymptest "
                                   "store repair` keeps the others",
                                   number));
  }
  return find.getColumn(0).getString();
}

Store::Store(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::filesystem::path& file) {
  return Store(std::make_unique<Tables>(file, open_store_file(file, OpenMode::create)));
}

Store Store::open_existing(const std::filesystem::path& file) {
  return Store(std::make_unique<Tables>(file, open_store_file(file, OpenMode::existing)));
}

void Store::begin_run(const Provenance& provenance, double alpha) {
  tables_->told([&] {
    tables_
        ->prepared(
            "INSERT INTO runs(started, version, git_commit, compiler, flags, processor, seed, "
            "tier, alpha) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
            provenance.measured_at, provenance.version, provenance.commit, provenance.compiler,
            provenance.flags, provenance.processor, stored(provenance.seed), provenance.tier, alpha)
        .exec();
    tables_->run = tables_->database.getLastInsertRowid();
  });
}

std::optional<RunSettings> Store::newest_run(std::optional<std::uint64_t> seed) const {
  return tables_->told([&]() -> std::optional<RunSettings> {
    SQLite::Statement find = tables_->prepared(
        "SELECT seed, tier, alpha FROM runs WHERE ? OR seed = ? ORDER BY id DESC LIMIT 1",
        seed ? 0 : 1, stored(seed.value_or(0)));
    if (!find.executeStep()) return std::nullopt;
    return RunSettings{static_cast<std::uint64_t>(find.getColumn(0).getInt64()),
                       find.getColumn(1).getString(), find.getColumn(2).getDouble()};
  });
}

Provenance Store::provenance(std::uint64_t seed, const std::string& tier) const {
  return tables_->told([&] {
    SQLite::Statement find = tables_->prepared(
        "SELECT version, git_commit, compiler, flags, processor, started FROM runs "
        "WHERE seed = ? AND tier = ? ORDER BY id DESC LIMIT 1",
        stored(seed), tier);
    Provenance provenance{.seed = seed, .tier = tier};
    if (!find.executeStep()) return provenance;
    provenance.version = find.getColumn(0).getString();
    provenance.commit = find.getColumn(1).getString();
    provenance.compiler = find.getColumn(2).getString();
    provenance.flags = find.getColumn(3).getString();
    provenance.processor = find.getColumn(4).getString();
    provenance.measured_at = find.getColumn(5).getString();
    return provenance;
  });
}

std::optional<std::string> Store::digest(const std::string& subject) const {
  return tables_->told([&]() -> std::optional<std::string> {
    SQLite::Statement find =
        tables_->prepared("SELECT digest FROM subjects WHERE name = ?", subject);
    if (!find.executeStep()) return std::nullopt;
    return find.getColumn(0).getString();
  });
}

std::int64_t Store::admit(const std::string& subject, const std::string& digest) {
  return tables_->told([&] {
    {  // mostly it is there, and nothing has to be locked
      SQLite::Statement known = tables_->prepared(
          "SELECT id FROM subjects WHERE name = ? AND digest = ?", subject, digest);
      if (known.executeStep()) return known.getColumn(0).getInt64();
    }
    SQLite::Transaction transaction = tables_->writing();
    tables_->prepared("INSERT OR IGNORE INTO subjects(name, digest) VALUES(?, ?)", subject, digest)
        .exec();
    SQLite::Statement find =
        tables_->prepared("SELECT id, digest FROM subjects WHERE name = ?", subject);
    find.executeStep();
    if (find.getColumn(1).getString() != digest) {
      refuse_store(tables_->file,
                   fmt::format("holds trials of another definition of '{}'", subject));
    }
    const std::int64_t number = find.getColumn(0).getInt64();
    find.reset();
    transaction.commit();
    return number;
  });
}

void Store::register_definition(const std::string& subject, const std::string& digest) {
  tables_->told([&] {
    SQLite::Transaction transaction = tables_->writing();
    tables_
        ->prepared(
            "INSERT OR IGNORE INTO registrations(name, digest, registered) "
            "SELECT ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE NOT EXISTS (SELECT 1 FROM "
            "cells WHERE subject = (SELECT id FROM subjects WHERE name = ?))",
            subject, digest, subject)
        .exec();
    transaction.commit();
  });
}

void Store::merge_registration(const std::string& subject, const Registration& other) {
  tables_->told([&] {
    SQLite::Transaction transaction = tables_->writing();
    tables_
        ->prepared(
            "INSERT INTO registrations(name, digest, registered, first_trial) "
            "VALUES(?, ?, ?, NULLIF(?, '')) ON CONFLICT(name, digest) DO UPDATE SET "
            "registered = MIN(registered, excluded.registered), first_trial = "
            "MIN(IFNULL(first_trial, excluded.first_trial), IFNULL(excluded.first_trial, "
            "first_trial))",
            subject, other.digest, other.registered, other.first_trial)
        .exec();
    transaction.commit();
  });
}

std::vector<Registration> Store::registrations(const std::string& subject) const {
  return tables_->told([&] {
    std::vector<Registration> all;
    if (!tables_->database.tableExists("registrations")) return all;
    SQLite::Statement rows = tables_->prepared(
        "SELECT digest, registered, first_trial FROM registrations WHERE name = ? ORDER BY id",
        subject);
    while (rows.executeStep()) {
      all.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                     rows.getColumn(2).getString()});
    }
    return all;
  });
}

void Store::forget(const std::string& subject, const std::string& digest, std::uint64_t seed) {
  tables_->told([&] {
    SQLite::Transaction transaction = tables_->writing();
    tables_->prepared("DELETE FROM subjects WHERE name = ? AND digest <> ?", subject, digest)
        .exec();
    tables_
        ->prepared(
            "DELETE FROM cells WHERE seed = ? AND "
            "subject = (SELECT id FROM subjects WHERE name = ?)",
            stored(seed), subject)
        .exec();
    transaction.commit();
  });
}

SubjectCells Store::load(const std::string& subject, std::uint64_t seed) const {
  return tables_->told([&] {
    CellRows rows(tables_->database.getHandle(), subject, stored(seed));
    SubjectCells cells;
    std::int64_t point = 0;
    std::string key;
    PointCells* at = nullptr;
    for (bool first = true; rows.next(); first = false) {
      if (first || rows.point() != point) {
        point = rows.point();
        key = tables_->point_key(point);
        at = &cells[key];
      }
      at->set(rows.cell(tables_->file, key));
    }
    return cells;
  });
}

void Store::write(std::uint64_t seed, std::span<const CellBatch> batches) {
  tables_->told([&] {
    // Before the transaction: if it were rolled back, the numbers kept in memory would be wrong.
    for (const CellBatch& batch : batches) tables_->point_number(batch.point);
    SQLite::Transaction transaction = tables_->writing();
    SQLite::Statement insert = tables_->prepared(
        "INSERT INTO cells VALUES(?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET run = excluded.run, value = excluded.value, "
        "seconds = excluded.seconds, failure = excluded.failure WHERE cells.failure IS NOT NULL");
    for (const CellBatch& batch : batches) {
      insert.bind(1, batch.subject);
      insert.bind(2, stored(seed));
      insert.bind(3, tables_->point_number(batch.point));
      insert.bind(5, tables_->run);
      for (const Cell& cell : batch.cells) {
        insert.bind(4, cell.trial);
        insert.bind(7, cell.seconds);
        if (cell.failed()) {
          insert.bind(6);
          insert.bind(8, cell.failure);
        } else {
          insert.bind(6, cell.value);
          insert.bind(8);
        }
        insert.exec();
        insert.reset();
      }
      tables_->note_first_trial(batch.subject);
    }
    transaction.commit();
  });
}

std::int64_t Store::count() const {
  return tables_->told(
      [&] { return tables_->database.execAndGet("SELECT count(*) FROM cells").getInt64(); });
}

std::optional<StoredShard> Store::shard() const {
  return tables_->told([&]() -> std::optional<StoredShard> {
    SQLite::Statement find = tables_->prepared("SELECT number, count, round FROM shard");
    if (!find.executeStep()) return std::nullopt;
    return StoredShard{find.getColumn(0).getInt(), find.getColumn(1).getInt(),
                       find.getColumn(2).getString()};
  });
}

void Store::become(const StoredShard& wanted) {
  tables_->told([&] {
    SQLite::Transaction transaction = tables_->writing();
    if (const auto known = shard()) {
      if (*known == wanted) return;
      const bool same_round = known->round == wanted.round;
      refuse_store(tables_->file,
                   fmt::format("is shard {}/{} of {} round; name another --store", known->number,
                               known->count, same_round ? "the same" : "another"));
    }
    if (tables_->database.execAndGet("SELECT count(*) FROM runs").getInt() > 0) {
      refuse_store(tables_->file, "holds trials of no shard; name another --store");
    }
    tables_
        ->prepared("INSERT INTO shard VALUES(?, ?, ?)", wanted.number, wanted.count, wanted.round)
        .exec();
    transaction.commit();
  });
}

std::optional<std::string> Store::proof(const std::string& id, std::uint64_t seed) const {
  return tables_->told([&]() -> std::optional<std::string> {
    SQLite::Statement find =
        tables_->prepared("SELECT record FROM proofs WHERE id = ? AND seed = ?", id, stored(seed));
    if (!find.executeStep()) return std::nullopt;
    return find.getColumn(0).getString();
  });
}

void Store::write_proof(const std::string& id, std::uint64_t seed, const std::string& text) {
  tables_->told([&] {
    tables_
        ->prepared("INSERT OR REPLACE INTO proofs VALUES(?, ?, ?, ?)", id, stored(seed),
                   tables_->run, text)
        .exec();
  });
}

}  // namespace asymptest
