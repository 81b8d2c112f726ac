#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::cli {

/// The verdicts as a table of at most 100 columns: a line for each claim, its controls indented
/// below it, and the reason under whatever is not as declared. Ends with the suite's sentence.
std::string verdict_table(const Record& record, bool colours);

}  // namespace asymptest::cli
