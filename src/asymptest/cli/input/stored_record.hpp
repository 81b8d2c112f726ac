#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "asymptest/cli/input/store_option.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest::cli {

/// Which of a store's runs is meant.
struct WhichRun {
  std::optional<std::uint64_t> seed;  ///< else that of the newest run
  std::string tier;                   ///< if empty, that of the newest run at the seed
  std::optional<double> alpha;        ///< likewise
};

/// The record of everything that is stored of a run, or nothing if there is no such run.
std::optional<Record> stored_record(const StoreOption& store, const WhichRun& which);

}  // namespace asymptest::cli
