#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest emit slurm|parallel|make`: prints a script that measures a tier by shards.
void add_emit_command(Command app, int& exit_code);

}  // namespace asymptest::cli
