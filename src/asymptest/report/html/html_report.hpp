#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// The report as one HTML page that needs no other file.
std::string html_report(const Record& record);

}  // namespace asymptest::report
