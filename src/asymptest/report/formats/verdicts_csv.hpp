#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// The verdicts as CSV (RFC 4180, with a header): one row for each quantity that a verdict rests
/// on, one row with empty numbers for a subject that has none. Numbers read back to the same
/// double.
std::string verdicts_csv(const Record& record);

}  // namespace asymptest::report
