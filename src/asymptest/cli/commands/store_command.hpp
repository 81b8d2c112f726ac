#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest store check|repair|vacuum|export`: care for the file that keeps the trials.
void add_store_command(Command app, int& exit_code);

}  // namespace asymptest::cli
