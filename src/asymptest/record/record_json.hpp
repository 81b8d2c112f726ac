#pragma once

#include <string>
#include <string_view>

#include "asymptest/record/record.hpp"

namespace asymptest {

/// A part of a record as JSON, in the form that it has within `to_json(Record)`.
std::string to_json(const ClaimRecord& record);
std::string to_json(const ProofRecord& record);

/// The inverse. Throws std::invalid_argument naming what is missing.
ProofRecord proof_from_json(std::string_view text);

}  // namespace asymptest
