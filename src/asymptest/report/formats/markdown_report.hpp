#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// The report for a pull request: the result, what is not as declared in full, then the table of
/// all verdicts, with links to the figures beside it.
std::string markdown_report(const Record& record);

}  // namespace asymptest::report
