#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/defaults.hpp"
#include "asymptest/claim/proof.hpp"
#include "asymptest/engine/run_options.hpp"
#include "asymptest/engine/shards/shard.hpp"
#include "asymptest/engine/store/store.hpp"

namespace asymptest {

/// Trials of one subject at one design point.
struct RoundTask {
  std::string subject;  ///< Subject::name()
  std::string digest;   ///< of its definition
  std::string point;    ///< Point::key()
  std::vector<std::int64_t> trials;
  bool operator==(const RoundTask&) const = default;
};

/// What the next looks of a suite lack: the work that shards divide among themselves. A round says
/// all that a shard has to know, so that shards need nothing in common but the program.
struct Round {
  static constexpr int format = 1;
  int number = 1;  ///< 1: the first looks
  Tier tier = defaults::tier;
  std::uint64_t seed = defaults::seed;
  double suite_alpha = defaults::alpha;
  std::optional<std::int64_t> most_trials;
  std::vector<std::string> selected;  ///< names of claims, controls and proofs to be decided
  std::vector<RoundTask> tasks;       ///< the costliest first
  std::vector<std::string> proofs;    ///< to be checked

  [[nodiscard]] std::int64_t trials() const;
  /// The options under which the round's looks were planned.
  [[nodiscard]] RunOptions options(int jobs) const;
  bool operator==(const Round&) const = default;
};

/// Round `number`: what the selected subjects' next looks lack, given what is stored, and in the
/// first round the proofs. `store` is null where nothing is stored yet.
Round plan_round(int number, std::span<const Subject> suite, std::span<const Proof* const> proofs,
                 const RunOptions& options, const Store* store);

/// The shard's part: of all trials in the round's order every `shard.count`-th, so that each shard
/// gets its part of the dear ones, and of the proofs likewise.
Round part_of(const Round& round, const Shard& shard);

/// The round as JSON; trials as ranges, "0-63,70".
std::string to_json(const Round& round);
/// The inverse. Throws std::invalid_argument saying what is missing, ill-formed or of another
/// format.
Round round_from_json(std::string_view text);

}  // namespace asymptest
