#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// A badge for a README, as an SVG file: "claims | 95 of 95", green where all that was measured is
/// as declared, red where something isn't, grey where nothing was measured.
std::string badge(const Record& record);

}  // namespace asymptest::report
