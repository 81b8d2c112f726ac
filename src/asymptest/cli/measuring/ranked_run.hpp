#pragma once

#include <functional>
#include <string>
#include <vector>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/engine/execution/executor.hpp"
#include "asymptest/engine/ranks/dealer.hpp"

namespace asymptest::cli {

/// Calls `command`, with a dealer if mpirun started the program on several ranks and this is
/// rank 0. On another rank measures what rank 0 deals out instead, and prints nothing.
ExitCode run_on_ranks(const std::vector<std::string>& filters, const MeasureOptions& how,
                      const std::function<ExitCode(Dealer*)>& command);

}  // namespace asymptest::cli
