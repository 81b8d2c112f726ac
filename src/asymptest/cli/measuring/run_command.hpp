#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest run`: measures, decides and reports. Sets `exit_code` when it runs.
void add_run_command(Command app, int& exit_code);

}  // namespace asymptest::cli
