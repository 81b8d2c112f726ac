#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <stdexcept>
#include <string_view>

namespace asymptest {

/// A store that can't be used, as one sentence that names the file and what was expected.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The version of a store's tables. A file of an older one is brought up to it when it is opened,
/// in one transaction, and keeps all that it holds; one of a newer version is refused.
inline constexpr int store_schema = 3;

enum class OpenMode { existing, create };

/// A connection to the SQLite file of a store, of one thread at a time; its tables are made if the
/// file is new and `mode` is `create`. Other processes may hold others: a lock of theirs is waited
/// for, for up to a minute.
///
/// What may not be written, as an archived store, is opened for reading alone (`existing`).
///
/// Where the last writer did not close the file, as after a crash, its pages are checked first.
///
/// Refuses, and leaves alone, a file that is no SQLite file, no store, of a newer schema, a folder,
/// in a missing folder, read-only (`create`) or missing (`existing`). Throws StoreError.
SQLite::Database open_store_file(const std::filesystem::path& file, OpenMode mode);

/// Whether the file's header, which a repair rests on, says that it is a store of any schema.
bool has_header_of_store(const SQLite::Database& database);

/// Throws StoreError: "store 'FILE': PROBLEM".
[[noreturn]] void refuse_store(const std::filesystem::path& file, std::string_view problem);
/// The same of what SQLite refused, with the way out where there is one: a full disk, a damaged
/// file.
[[noreturn]] void refuse_store(const std::filesystem::path& file, const SQLite::Exception& problem);

}  // namespace asymptest
