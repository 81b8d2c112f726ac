#pragma once

#include <string>

#include "asymptest/record/record.hpp"
#include "asymptest/report/html/typesetter.hpp"

namespace asymptest::report {

/// The section of one claim: statement, source, verdict with its figure and numbers, what was
/// declared, the controls, cost and the command that gives the numbers again.
std::string claim_section(const Record& record, const ClaimRecord& claim, Typesetter& typeset);

}  // namespace asymptest::report
