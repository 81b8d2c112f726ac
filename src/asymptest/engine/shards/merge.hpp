#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "asymptest/engine/shards/round.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest {

/// What a round's shards came to together.
struct Merged {
  Record record;  ///< of the whole suite, as a run on one machine gives it
  Round merged;   ///< the round whose shards these were
  Round next;     ///< what the looks ask for now; without tasks if all is decided
};

/// Puts the shards of one round into `store` and takes all looks that the trials allow.
///
/// Before anything is written, refuses (StoreError, std::invalid_argument) stores that are no
/// shards; shards of different rounds, seeds, tiers or levels; a shard that is missing, given twice
/// or not finished; a shard that holds other trials than its share; trials of another definition
/// than this program's; and trials of which `store` holds another value. Merging the same shards
/// again changes nothing, so that an interrupted merge is repeated.
Merged merge_shards(std::span<const std::filesystem::path> files, std::span<const Subject> suite,
                    std::span<const Proof* const> proofs, int jobs, Store& store);

}  // namespace asymptest
