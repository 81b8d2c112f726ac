#pragma once

#include <span>
#include <string>

#include "asymptest/cli/options/parser.hpp"

namespace asymptest::cli {

/// Why the arguments (those behind the program's name) were refused, as one line: an unknown
/// command or option with the ones that are near, the name of a claim with the command that was
/// left out, else the parser's own words behind the command's name. `claims`: names to know.
std::string usage_error(Command app, std::span<const std::string> arguments,
                        const RefusedArguments& problem, std::span<const std::string> claims);

}  // namespace asymptest::cli
