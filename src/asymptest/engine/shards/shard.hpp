#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace asymptest {

/// One of `count` equal parts of a round's trials.
struct Shard {
  static constexpr int most = 100'000;
  int number = 1;  ///< from 1 to `count`
  int count = 1;

  /// "3/16"
  [[nodiscard]] std::string text() const;
  bool operator==(const Shard&) const = default;
};

/// The inverse of `text`. Throws std::invalid_argument unless it is I/N with 1 <= I <= N <= `most`.
Shard parse_shard(std::string_view text);

/// The value of an environment variable; null if it is not set.
using Environment = std::function<const char*(const char* name)>;

/// The shard that a batch system means: of Slurm, SLURM_ARRAY_TASK_ID of SLURM_ARRAY_TASK_COUNT,
/// where ids begin at SLURM_ARRAY_TASK_MIN (else 0) in steps of SLURM_ARRAY_TASK_STEP (else 1);
/// otherwise GTEST_SHARD_INDEX, from 0, of GTEST_TOTAL_SHARDS.
/// Throws std::invalid_argument if neither pair is set, or the numbers name no shard, as with an
/// array of ids that are not evenly spaced.
Shard shard_of_environment(const Environment& environment);

}  // namespace asymptest
