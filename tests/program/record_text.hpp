#pragma once

#include <string>

namespace asymptest {

/// The lines of a record in JSON but those that may differ from run to run: dates and wall times.
std::string without_times(const std::string& json);

}  // namespace asymptest
