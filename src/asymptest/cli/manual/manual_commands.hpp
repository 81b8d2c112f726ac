#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest completion bash|zsh` and `asymptest manual`, of all that `app` has when they run.
void add_manual_commands(Command app, int& exit_code);

}  // namespace asymptest::cli
