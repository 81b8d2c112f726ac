#pragma once

#include <string>
#include <string_view>

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// The command with what was given to it, as a shell reads it, but for where its output goes
/// (--report, --svg, --json).
std::string command_line(Command command);

/// A word as a shell reads it: in quotes if it is more than letters, digits and _-./=:,+%@.
std::string shell_word(std::string_view word);

}  // namespace asymptest::cli
