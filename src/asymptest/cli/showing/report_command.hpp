#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest report`: the verdicts of what is stored; measures nothing. Sets `exit_code` when it
/// runs.
void add_report_command(Command app, int& exit_code);

}  // namespace asymptest::cli
