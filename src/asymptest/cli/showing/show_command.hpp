#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest show CLAIM`: what a claim states and how its newest stored verdict stands. Sets
/// `exit_code` when it runs.
void add_show_command(Command app, int& exit_code);

}  // namespace asymptest::cli
