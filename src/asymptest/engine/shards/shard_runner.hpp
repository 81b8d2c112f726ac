#pragma once

#include <cstdint>
#include <span>

#include "asymptest/engine/runner.hpp"
#include "asymptest/engine/shards/round.hpp"

namespace asymptest {

/// What a shard came to.
struct ShardSummary {
  std::int64_t trials = 0;    ///< of its share
  std::int64_t measured = 0;  ///< just now; the others were stored
  std::int64_t failed = 0;    ///< of the trials measured just now
  std::size_t proofs = 0;     ///< checked just now
};

/// Measures the shard's part of the round into a store of its own, which then says whose part of
/// which round it is; decides nothing. What is stored already is kept, but for failed trials, so
/// that a shard that was stopped goes on where it was.
///
/// Throws std::invalid_argument if the round names what `suite` or `proofs` don't hold, or another
/// definition of it, and StoreError if the store is another shard's or no shard's.
ShardSummary measure_shard(std::span<const Subject> suite, std::span<const Proof* const> proofs,
                           const Round& round, const Shard& shard, const MeasureOptions& how,
                           Store& store, const Observer& observer = {});

/// Throws std::invalid_argument unless each subject of the round is in the suite, under the same
/// digest, and each proof among the proofs.
void require_definitions(const Round& round, std::span<const Subject> suite,
                         std::span<const Proof* const> proofs);

}  // namespace asymptest
