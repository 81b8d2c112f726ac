#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "asymptest/cli/input/selection.hpp"
#include "asymptest/cli/input/store_option.hpp"
#include "asymptest/engine/runner.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest::cli {

/// Which of a store's runs is meant.
struct WhichRun {
  std::optional<std::uint64_t> seed;  ///< else that of the newest run
  std::string tier;                   ///< if empty, the best of each claim
  std::optional<double> alpha;        ///< likewise
};

/// The record of everything of a catalogue that is stored of a run, or nothing if there is no such
/// run.
std::optional<Record> stored_record(const StoreOption& store, const WhichRun& which,
                                    const Catalogue& all);

/// Of what is stored at the seed and alpha of `options`, each claim at the tier that tells the most
/// of it.
Record best_stored_record(const Catalogue& all, RunOptions options, const Store& store);

}  // namespace asymptest::cli
