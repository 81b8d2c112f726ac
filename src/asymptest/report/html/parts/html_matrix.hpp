#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// The verdicts at a glance: a table for each topic, a row for each claim with its verdict, its
/// estimates against their bands, and its controls.
std::string verdict_matrix(const Record& record);

/// What the filter searches in a claim, and the statuses that it and its controls have, as the
/// attributes of an element.
std::string filter_attributes(const ClaimRecord& claim);

}  // namespace asymptest::report
