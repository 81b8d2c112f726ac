#pragma once

namespace asymptest::cli {

/// The program: what the arguments of `main` ask for, over every claim that is linked in. Errors go
/// to the standard error stream in one line. Returns the exit code (exit_code.hpp).
int run_program(int argc, char** argv);

}  // namespace asymptest::cli
