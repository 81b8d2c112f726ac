#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "asymptest/cli/input/store_option.hpp"
#include "asymptest/cli/output/exit_code.hpp"

namespace asymptest::cli {

/// One trial to be measured alone.
struct SingleTrial {
  std::vector<std::string> filters;  ///< has to name one claim or control
  std::string point;
  std::int64_t trial = 0;
  std::uint64_t seed = 0;
  bool json = false;
};

/// Measures the trial again, alone, stores nothing, and prints its value in decimal and in
/// hexadecimal beside the stored one. `as_expected` if they are the same bit for bit or none is
/// stored, `not_expected` if they differ or the trial fails. Throws std::invalid_argument if the
/// filters don't name one subject or the point doesn't have the sweep's axes.
ExitCode run_single_trial(const SingleTrial& what, const StoreOption& store);

}  // namespace asymptest::cli
