#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace asymptest {

/// What SQLite refused, as one sentence that names the file. `code` is SQLite's extended result.
class DatabaseError : public std::runtime_error {
 public:
  DatabaseError(const std::string& message, int code) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] int code() const { return code_; }

 private:
  int code_;
};

/// A prepared statement. Parameters count from 1 and columns from 0, as in SQLite.
class Statement {
 public:
  Statement(sqlite3* connection, std::string_view sql);

  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, double value);
  Statement& bind(int parameter, std::string_view value);
  Statement& bind_null(int parameter);

  /// Whether there is a row to read. Throws DatabaseError.
  bool step();
  /// Runs a statement that yields no rows, and makes it ready for the next binding.
  void run();
  void reset();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void check(int code) const;

  sqlite3* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// One connection to one SQLite file, of one thread at a time. Other processes may hold others: a
/// lock of theirs is waited for, for up to a minute.
class Database {
 public:
  enum class Mode { read_only, read_write, create };

  /// Throws DatabaseError. Nothing is read or written yet, so a file that is no database is found
  /// out by the first statement.
  Database(const std::string& path, Mode mode);

  void execute(const std::string& sql);
  [[nodiscard]] Statement prepare(std::string_view sql) const;
  [[nodiscard]] std::int64_t integer(std::string_view query) const;
  [[nodiscard]] std::int64_t last_insert_id() const;
  /// Whether the file can only be read, whatever mode was asked for.
  [[nodiscard]] bool is_read_only() const;

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  std::unique_ptr<sqlite3, Close> connection_;
};

/// Rolls back unless committed. A writing one holds the write lock from construction on; a reading
/// one sees the database as it was at its first read, whatever others write meanwhile.
class Transaction {
 public:
  enum class Kind { reading, writing };
  explicit Transaction(Database& database, Kind kind = Kind::writing);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace asymptest
