#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest plan CLAIM`: the trials and the time that it is expected to need. Sets `exit_code`
/// when it runs.
void add_plan_command(Command app, int& exit_code);

}  // namespace asymptest::cli
