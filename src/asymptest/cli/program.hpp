#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// Every command, in the order of the help. The one that is asked for sets `exit_code` as it runs.
void add_commands(Command app, int& exit_code);

/// The program: what the arguments of `main` ask for, over every claim that is linked in. Errors go
/// to the standard error stream in one line. Returns the exit code (exit_code.hpp).
int run_program(int argc, char** argv);

}  // namespace asymptest::cli
