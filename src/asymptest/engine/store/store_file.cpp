#include "asymptest/engine/store/store_file.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <fstream>
#include <thread>

namespace asymptest {
namespace {

namespace fs = std::filesystem;

/// Longer than any transaction of a healthy process takes, so that a crowd of writers queues up
/// rather than fails.
constexpr int busy_timeout_milliseconds = 60'000;

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
  CREATE TABLE shard(number INTEGER NOT NULL, count INTEGER NOT NULL, round TEXT NOT NULL);
  CREATE VIEW trials AS
    SELECT subjects.name AS subject, seed, points.key AS point, trial, value, seconds, failure
    FROM cells JOIN subjects ON subjects.id = subject JOIN points ON points.id = point;
)";

/// An addition that older programs do without, so that the schema's version stays: which
/// definitions there were, and when each was noted and first measured.
constexpr const char* registrations_sql =
    "CREATE TABLE IF NOT EXISTS registrations(id INTEGER PRIMARY KEY, name TEXT NOT NULL, "
    "digest TEXT NOT NULL, registered TEXT NOT NULL, first_trial TEXT, UNIQUE(name, digest))";

/// What brings tables of version i + 1 to version i + 2.
constexpr std::array<const char*, store_schema - 1> migrations{
    // Outcomes of proofs are kept beside the trials.
    "CREATE TABLE proofs(id TEXT NOT NULL, seed INTEGER NOT NULL, run INTEGER NOT NULL, "
    "record TEXT NOT NULL, PRIMARY KEY(id, seed))",
    // A store may be one shard's share of a round.
    "CREATE TABLE shard(number INTEGER NOT NULL, count INTEGER NOT NULL, round TEXT NOT NULL)"};

/// What to do about a damaged store.
std::string way_out(const fs::path& file) {
  return fmt::format("`asymptest store repair --store '{}'` keeps it and saves what can be read",
                     file.string());
}

enum class Content { empty, older_store, store };

Content content_of(SQLite::Database& database, const fs::path& file) {
  const std::int64_t application = database.execAndGet("PRAGMA application_id").getInt64();
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  const int tables = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt();
  if (application == 0 && version == 0 && tables == 0) return Content::empty;
  if (application != application_id) {
    refuse_store(file, "is an SQLite file, but not a store of asymptest");
  }
  if (version < 1 || version > store_schema) {
    refuse_store(file,
                 fmt::format("has schema version {}, expected one from 1 to {}; a newer asymptest "
                             "wrote it, use that or name another --store",
                             version, store_schema));
  }
  return version == store_schema ? Content::store : Content::older_store;
}

bool may_write(const fs::path& path) {
  return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

/// Whether only reading is possible: another user's store, or an archived one.
bool is_kept_from_us(const fs::path& file) {
  const fs::path folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
  return fs::exists(file) && !(may_write(file) && may_write(folder));
}

/// A file name as SQLite takes it with parameters (https://sqlite.org/uri.html).
std::string uri_of(const fs::path& file) {
  std::string uri = "file:";
  for (const char letter : file.string()) {
    const bool plain = letter != '%' && letter != '?' && letter != '#';
    uri += plain ? std::string(1, letter) : fmt::format("%{:02x}", static_cast<unsigned>(letter));
  }
  return uri;
}

/// A store is one thread's: no lock is taken for each column that is read.
SQLite::Database database_of(const fs::path& file, OpenMode mode) {
  const int writing = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
  if (mode == OpenMode::create) {
    return {file.string(), writing | SQLite::OPEN_CREATE, busy_timeout_milliseconds};
  }
  if (!is_kept_from_us(file)) return {file.string(), writing, busy_timeout_milliseconds};
  // Reading takes a lock in a file beside the store, which can't be made. Where no writer has left
  // a journal, nothing needs one.
  std::error_code none;
  const auto journal = fs::file_size(file.string() + "-wal", none);
  const bool at_rest = none || journal == 0;
  return {uri_of(file) + (at_rest ? "?immutable=1" : ""),
          SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLITE_OPEN_URI,
          busy_timeout_milliseconds};
}

/// Whether the file can only be read, whatever mode was asked for.
bool is_read_only(const SQLite::Database& database) {
  return sqlite3_db_readonly(database.getHandle(), "main") == 1;
}

template <typename Action>
auto while_not_busy(const Action& action) {
  for (int attempt = 1;; ++attempt) {
    try {
      return action();
    } catch (const SQLite::Exception& problem) {
      const bool busy = (problem.getErrorCode() & 0xff) == SQLITE_BUSY;
      if (!busy || attempt == attempts_while_busy) throw;
    }
    std::this_thread::sleep_for(pause_while_busy);
  }
}

void create_tables(SQLite::Database& database, const fs::path& file) {
  while_not_busy([&] { database.exec("PRAGMA journal_mode = WAL"); });
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (content_of(database, file) != Content::empty) return;  // another process was faster
  database.exec(tables_sql);
  database.exec(fmt::format("PRAGMA application_id = {}", application_id));
  database.exec(fmt::format("PRAGMA user_version = {}", store_schema));
  transaction.commit();
}

void migrate(SQLite::Database& database, const fs::path& file) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (content_of(database, file) != Content::older_store) return;  // another process was faster
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  for (auto i = static_cast<std::size_t>(version - 1); i < migrations.size(); ++i) {
    database.exec(migrations[i]);
  }
  database.exec(fmt::format("PRAGMA user_version = {}", store_schema));
  transaction.commit();
}

void require_place(const fs::path& file) {
  if (fs::is_directory(file)) refuse_store(file, "is a folder, expected a file");
  const fs::path folder = file.parent_path();
  if (!folder.empty() && !fs::is_directory(folder)) {
    refuse_store(file, fmt::format("there is no folder '{}'", folder.string()));
  }
}

/// Whether a process has the file open: each connection in write-ahead mode holds a lock on byte
/// 128 of the shared-memory file (https://sqlite.org/walformat.html). The kernel's list is read, as
/// to open and close that file would drop the locks of this process. Where it can't be read, the
/// pages are checked once more than needed.
bool is_open(const fs::path& file) {
  struct stat shared {};
  if (::stat((file.string() + "-shm").c_str(), &shared) != 0) return false;
  const std::string held = fmt::format(":{} 128 128", shared.st_ino);
  std::ifstream locks("/proc/locks");
  std::string line;
  while (std::getline(locks, line)) {
    if (line.find(held) != line.npos) return true;
  }
  return false;
}

/// Whether the last writer left its journal behind: a healthy one removes it when it closes.
bool was_left_open(const fs::path& file) {
  std::error_code none;
  const auto journal = fs::file_size(file.string() + "-wal", none);
  return !none && journal > 0 && !is_open(file);
}

void require_sound_pages(SQLite::Database& database, const fs::path& file) {
  const std::string found = database.execAndGet("PRAGMA quick_check(1)").getString();
  if (found == "ok") return;
  refuse_store(file, fmt::format("was not closed by its last writer and is damaged ({}); {}", found,
                                 way_out(file)));
}

}  // namespace

SQLite::Database open_store_file(const fs::path& file, OpenMode mode) {
  if (mode == OpenMode::existing && !fs::exists(file)) refuse_store(file, "is not there");
  require_place(file);
  const bool suspect = was_left_open(file);
  try {
    SQLite::Database database = database_of(file, mode);
    const Content content = while_not_busy([&] {
      const SQLite::Transaction snapshot(database, SQLite::TransactionBehavior::DEFERRED);
      return content_of(database, file);
    });
    if (suspect) require_sound_pages(database, file);
    if (content == Content::older_store) {
      if (is_read_only(database)) {
        refuse_store(file,
                     "is of an older schema and read-only: copy it to where it can be written");
      }
      migrate(database, file);
    }
    if (mode == OpenMode::create) {
      if (is_read_only(database)) refuse_store(file, "is read-only");
      if (content == Content::empty) create_tables(database, file);
      database.exec(registrations_sql);
      database.exec("PRAGMA synchronous = NORMAL");
      database.exec("PRAGMA foreign_keys = ON");
    } else if (content == Content::empty) {
      refuse_store(file, "is empty");
    }
    return database;
  } catch (const SQLite::Exception& problem) {
    refuse_store(file, problem);
  }
}

bool has_header_of_store(const SQLite::Database& database) {
  SQLite::Statement header(database, "PRAGMA application_id");
  return header.executeStep() && header.getColumn(0).getInt64() == application_id;
}

void refuse_store(const fs::path& file, std::string_view problem) {
  throw StoreError(fmt::format("store '{}': {}", file.string(), problem));
}

void refuse_store(const fs::path& file, const SQLite::Exception& problem) {
  switch (problem.getErrorCode() & 0xff) {
    case SQLITE_NOTADB:
      refuse_store(file, "is not an SQLite file, expected a store of asymptest or a new file");
    case SQLITE_CANTOPEN:
      refuse_store(file, "can't be opened: is it there, and may you read and write it?");
    case SQLITE_READONLY:
      refuse_store(file, "is read-only");
    case SQLITE_CORRUPT:
      refuse_store(file, fmt::format("is damaged ({}); {}", problem.what(), way_out(file)));
    case SQLITE_FULL:
      refuse_store(file,
                   "the disk is full; what was written before is kept, make room and run again");
    case SQLITE_IOERR:
      refuse_store(file, fmt::format("the disk refuses ({}); what was written before is kept",
                                     problem.what()));
    default:
      refuse_store(file, problem.what());
  }
}

}  // namespace asymptest
