#pragma once

#include <span>
#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// The report as one HTML page that needs no other file. Each claim shows what the earlier records,
/// the oldest first, said of it.
std::string html_report(const Record& record, std::span<const Record> earlier = {});

}  // namespace asymptest::report
