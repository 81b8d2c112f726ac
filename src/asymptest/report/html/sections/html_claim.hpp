#pragma once

#include <span>
#include <string>

#include "asymptest/record/record.hpp"
#include "asymptest/report/html/parts/typesetter.hpp"

namespace asymptest::report {

/// The section of one claim: statement, source, verdict with its figure and numbers, what was
/// declared, the controls, earlier records, cost and the command that gives the numbers again.
std::string claim_section(const Record& record, const ClaimRecord& claim,
                          std::span<const Record> earlier, Typesetter& typeset);

}  // namespace asymptest::report
