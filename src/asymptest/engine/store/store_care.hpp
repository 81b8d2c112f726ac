#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace asymptest {

/// What is wrong with a store, a line each: pages (SQLite's integrity check), references between
/// tables, values that no trial has. Empty if all is well. Throws StoreError if the file can't be
/// opened as a store at all.
std::vector<std::string> check_store(const std::filesystem::path& file);

/// What a repair came to.
struct Repaired {
  std::filesystem::path damaged;     ///< where the old file is kept; empty if nothing was wrong
  std::int64_t trials = 0;           ///< in the store now
  std::int64_t without_subject = 0;  ///< rows that could be read, but not told whose they are
};

/// Puts a new store of all rows that can be read in the place of a damaged one, which is kept as
/// FILE.damaged (a number behind it where that is taken). What the damaged pages held is measured
/// anew by the next run. A sound store stays as it is. Not while others write to it.
Repaired repair_store(const std::filesystem::path& file);

/// Gives the disk back what forgotten trials took. Bytes before and after.
struct Vacuumed {
  std::uintmax_t before = 0, after = 0;
};
Vacuumed vacuum_store(const std::filesystem::path& file);

/// Every trial as a line of CSV under a header: subject,seed,point,trial,value,seconds,failure.
/// Numbers read back to the same double; texts are quoted (RFC 4180).
void export_store(const std::filesystem::path& file,
                  const std::function<void(std::string_view line)>& write);

}  // namespace asymptest
