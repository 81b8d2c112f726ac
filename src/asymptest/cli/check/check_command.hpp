#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest check FILE.csv …`: decides a power law from one's own measurements. Sets `exit_code`
/// when it runs.
void add_check_command(Command app, int& exit_code);

}  // namespace asymptest::cli
