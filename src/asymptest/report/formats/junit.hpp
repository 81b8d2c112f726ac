#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// The verdicts as JUnit XML, as continuous integration servers read it: a test suite for each
/// topic and a test case for each claim and control. Not as declared and undecided are failures, a
/// subject whose trials failed is an error, one that was not measured is skipped.
std::string junit(const Record& record);

}  // namespace asymptest::report
