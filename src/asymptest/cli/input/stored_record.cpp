#include "asymptest/cli/input/stored_record.hpp"

#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/input/selection.hpp"
#include "asymptest/engine/proof_runner.hpp"
#include "asymptest/engine/runner.hpp"

namespace asymptest::cli {

std::optional<Record> stored_record(const StoreOption& store_option, const WhichRun& which) {
  const std::optional<Store> store = store_option.open_existing();
  if (!store) return std::nullopt;
  const auto newest = store->newest_run(which.seed);
  if (!newest) return std::nullopt;
  RunOptions options;
  options.tier = parse_tier(which.tier.empty() ? newest->tier : which.tier);
  options.seed = newest->seed;
  options.suite_alpha = which.alpha.value_or(newest->alpha);
  options.jobs = all_cores();
  const Catalogue all = catalogue();
  Record record = record_of_store(all.suite, options, *store);
  record.proofs = stored_proofs(all.proofs, options.seed, *store);
  settle_uses(record.proofs);
  return record;
}

}  // namespace asymptest::cli
