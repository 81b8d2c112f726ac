#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/run_options.hpp"
#include "asymptest/engine/store/store.hpp"

namespace asymptest {

/// What the selected subjects of a suite are expected to cost on one core.
struct CostEstimate {
  std::size_t known = 0, unknown = 0;  ///< subjects; the sums are over the known ones
  std::int64_t first_trials = 0;       ///< of the first looks, of all subjects
  double first_seconds = 0;            ///< of the first looks
  double most_seconds = 0;             ///< if each takes all its looks
  double longest_trial = 0;            ///< seconds, at the tier's largest sizes
};

/// Learns from the trials of any tier that `store` holds at the options' seed (cost_model.hpp);
/// with no store, or a null one, every subject is unknown.
CostEstimate estimate_cost(std::span<const Subject> suite, const RunOptions& options,
                           const Store* store);

}  // namespace asymptest
