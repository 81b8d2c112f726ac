#pragma once

#include <span>
#include <string>

namespace CLI {
class App;
class Error;
}  // namespace CLI

namespace asymptest::cli {

/// Why the arguments (those behind the program's name) were refused, as one line: an unknown
/// command or option with the ones that are near, the name of a claim with the command that was
/// left out, else the parser's own words behind the command's name. `claims`: names to know.
std::string usage_error(const CLI::App& app, std::span<const std::string> arguments,
                        const CLI::Error& problem, std::span<const std::string> claims);

}  // namespace asymptest::cli
