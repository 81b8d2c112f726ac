#pragma once

#include <limits>
#include <string>

#include "asymptest/process/child.hpp"

namespace asymptest {

/// No limit of time.
inline constexpr double without_timeout = std::numeric_limits<double>::infinity();

/// What became of a program that was run to its end.
struct Outcome {
  Ending ending;
  bool timed_out = false;
  std::string output, errors;  ///< the end of each, 64 KiB at least if there was as much
};

/// Runs a program with nothing on its standard input, for `timeout` seconds at most: then its whole
/// process group is ended. Throws StartError.
Outcome run_to_end(const Command& command, double timeout = without_timeout);

}  // namespace asymptest
