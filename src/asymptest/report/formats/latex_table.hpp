#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// The measured claims as a LaTeX longtable for a paper's appendix (packages booktabs and
/// longtable): a row an estimate with the interval that decides, its band and the verdict, and the
/// chance of error below.
std::string latex_table(const Record& record);

}  // namespace asymptest::report
