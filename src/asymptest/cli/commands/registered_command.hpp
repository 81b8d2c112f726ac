#pragma once

#include <vector>

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// Adds a command to the program; the command sets `exit_code` when it runs.
using AddCommand = void (*)(Command app, int& exit_code);

/// Registers before main a command that the framework doesn't know of, as claims are:
/// `const RegisteredCommand certify{add_certify_command};`
struct RegisteredCommand {
  RegisteredCommand(AddCommand add);  // NOLINT(google-explicit-constructor): a definition
};

/// In no order of theirs.
const std::vector<AddCommand>& registered_commands();

}  // namespace asymptest::cli
