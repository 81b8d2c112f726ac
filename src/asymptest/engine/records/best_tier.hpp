#pragma once

#include <span>

#include "asymptest/record/record.hpp"

namespace asymptest {

/// Records of one suite at several tiers, the highest first, as one: each claim from the tier at
/// which the most of its subjects are decided, the highest of those. So a run of one claim at
/// another tier takes nothing away from what was known of the others.
///
/// The provenance is that of the first record that gives a claim; its tier names all that do, as in
/// "standard, quick". Throws std::invalid_argument if there is no record, or if their claims
/// differ.
Record best_of_tiers(std::span<const Record> by_tier);

}  // namespace asymptest
