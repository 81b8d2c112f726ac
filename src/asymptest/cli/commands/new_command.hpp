#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest new TOPIC/NAME`: writes the file of a new claim. Sets `exit_code` when it runs.
void add_new_command(Command app, int& exit_code);

}  // namespace asymptest::cli
