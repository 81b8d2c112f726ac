#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest list`: the claims and controls of this program. Sets `exit_code` when it runs.
void add_list_command(Command app, int& exit_code);

}  // namespace asymptest::cli
