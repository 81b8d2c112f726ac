#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/engine/store/cells.hpp"
#include "asymptest/engine/store/store_file.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest {

/// Finished trials of one subject at one design point.
struct CellBatch {
  std::int64_t subject = 0;  ///< as `Store::admit` gave it
  std::string_view point;    ///< `Point::key()`
  std::span<const Cell> cells;
};

/// With what a run was asked for: the newest is what a report shows.
struct RunSettings {
  std::uint64_t seed = 0;
  std::string tier;
  double alpha = 0;
};

/// A definition that was noted before its first trial, and when that was written. UTC, as
/// "2026-11-29T20:45:00Z"; empty if there has been no trial yet.
struct Registration {
  std::string digest, registered, first_trial;
};

/// That a store is one shard's share of a round.
struct StoredShard {
  int number = 1, count = 1;
  std::string round;  ///< the round, as text that its writer understands
  bool operator==(const StoredShard&) const = default;
};

/// The trials of every run, in one SQLite file, each under (subject, suite seed, design point,
/// trial).
///
/// A trial is never written twice: the first finished value stays, and only a failed trial gives
/// way to a later one. Each write is a transaction in write-ahead mode, so that a process killed
/// at any moment loses only what it had not yet written, and several processes may write at once.
/// Values come back as the same doubles, bit for bit (a zero has no sign).
///
/// Every member throws StoreError, also for what SQLite refuses (a full disk).
class Store {
 public:
  /// Opens the file, or makes it if there is none; refuses as `open_store_file` does.
  static Store open(const std::filesystem::path& file);
  /// Opens what is there, for reading. Refuses a missing file too.
  static Store open_existing(const std::filesystem::path& file);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// Notes that a run begins: the cells written from now on are its own.
  void begin_run(const Provenance& provenance, double alpha);
  /// The newest run (of that seed, if one is given), if there is any.
  [[nodiscard]] std::optional<RunSettings> newest_run(std::optional<std::uint64_t> seed) const;
  /// The provenance of the newest run at a seed and tier; empty fields if there is none.
  [[nodiscard]] Provenance provenance(std::uint64_t seed, const std::string& tier) const;

  /// The digest of the definition under which a subject's trials were measured, if there are any.
  [[nodiscard]] std::optional<std::string> digest(const std::string& subject) const;
  /// The number under which a subject's cells are kept. Throws StoreError if there are cells of
  /// another digest: trials of two definitions are never mixed.
  std::int64_t admit(const std::string& subject, const std::string& digest);
  /// Notes a definition with the date before its first trial; does nothing if it is known, or if
  /// trials of the subject are there already. What is noted stays when the trials are forgotten.
  void register_definition(const std::string& subject, const std::string& digest);
  /// Takes over what another store noted of a subject, whose cells are merged into this one:
  /// the earlier of the dates stay.
  void merge_registration(const std::string& subject, const Registration& other);
  /// All definitions of a subject that were ever noted, the oldest first.
  [[nodiscard]] std::vector<Registration> registrations(const std::string& subject) const;
  /// Forgets a subject's trials at one seed; at every seed if they are of another digest.
  void forget(const std::string& subject, const std::string& digest, std::uint64_t seed);

  /// All cells of a subject at a seed; none if the store doesn't know it.
  [[nodiscard]] SubjectCells load(const std::string& subject, std::uint64_t seed) const;
  /// Writes the batches in one transaction.
  void write(std::uint64_t seed, std::span<const CellBatch> batches);

  /// How many cells there are, of all subjects and seeds.
  [[nodiscard]] std::int64_t count() const;

  /// Whose share of a round the store is; nothing if it is an ordinary one.
  [[nodiscard]] std::optional<StoredShard> shard() const;
  /// Makes it that shard's. Throws StoreError if it is another's or holds runs of none.
  void become(const StoredShard& shard);

  /// What the last check of a proof at a seed came to, as text that its writer understands.
  [[nodiscard]] std::optional<std::string> proof(const std::string& id, std::uint64_t seed) const;
  void write_proof(const std::string& id, std::uint64_t seed, const std::string& text);

 private:
  struct Tables;
  explicit Store(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

}  // namespace asymptest
