#pragma once

#include <span>
#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// What earlier records, the oldest first, and this one say of a claim: a row each with commit,
/// date, verdict, estimate and its interval against the band. Nothing where no earlier record
/// measured it.
std::string claim_history(std::span<const Record> earlier, const Record& now,
                          const ClaimRecord& claim);

}  // namespace asymptest::report
