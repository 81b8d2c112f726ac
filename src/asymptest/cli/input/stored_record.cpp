#include "asymptest/cli/input/stored_record.hpp"

#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/input/selection.hpp"
#include "asymptest/engine/proof_runner.hpp"
#include "asymptest/engine/records/best_tier.hpp"
#include "asymptest/engine/runner.hpp"

namespace asymptest::cli {

Record best_stored_record(const Catalogue& all, RunOptions options, const Store& store) {
  std::vector<Record> by_tier;
  for (const Tier tier : {Tier::full, Tier::standard, Tier::quick}) {
    options.tier = tier;
    if (store.provenance(options.seed, std::string(name_of(tier))).version.empty()) continue;
    by_tier.push_back(record_of_store(all.suite, options, store));
  }
  if (by_tier.empty()) by_tier.push_back(record_of_store(all.suite, options, store));
  return best_of_tiers(by_tier);
}

std::optional<Record> stored_record(const StoreOption& store_option, const WhichRun& which,
                                    const Catalogue& all) {
  const std::optional<Store> store = store_option.open_existing();
  if (!store) return std::nullopt;
  const auto newest = store->newest_run(which.seed);
  if (!newest) return std::nullopt;
  RunOptions options;
  options.seed = newest->seed;
  options.suite_alpha = which.alpha.value_or(newest->alpha);
  options.jobs = all_cores();
  if (!which.tier.empty()) options.tier = parse_tier(which.tier);
  Record record = which.tier.empty() ? best_stored_record(all, options, *store)
                                     : record_of_store(all.suite, options, *store);
  record.proofs = stored_proofs(all.proofs, options.seed, *store);
  settle_uses(record.proofs);
  return record;
}

}  // namespace asymptest::cli
