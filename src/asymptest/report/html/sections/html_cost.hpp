#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// Where the computing went: the ten subjects and proofs that took the longest, as a table.
/// Nothing where none was measured.
std::string costliest_subjects(const Record& record);

}  // namespace asymptest::report
