#include "asymptest/cli/input/usage_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "asymptest/cli/input/filter.hpp"

namespace asymptest::cli {
namespace {

std::string suggestion(std::string_view typed, std::span<const std::string> known,
                       const std::string& prefix = "") {
  std::vector<std::string> near = near_names(typed, known);
  for (std::string& name : near) name.insert(0, prefix);
  return near.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(near, " or "));
}

std::vector<std::string> commands_of(Command app) {
  std::vector<std::string> names;
  for (const Command command : app.commands()) names.push_back(command.name());
  return names;
}

/// Long names without their dashes, which every two of them share.
std::vector<std::string> options_of(Command command) {
  std::vector<std::string> names;
  for (const Option option : command.options()) {
    for (const std::string& name : option.long_names()) names.push_back(name);
  }
  return names;
}

std::string unknown_command(Command app, const std::string& typed,
                            std::span<const std::string> claims) {
  if (std::find(claims.begin(), claims.end(), typed) != claims.end()) {
    return fmt::format("'{0}' is a claim, not a command; `asymptest run {0}` measures it", typed);
  }
  return fmt::format("there is no command '{}'{} (`asymptest --help` lists them)", typed,
                     suggestion(typed, commands_of(app)));
}

/// The first argument that looks like an option and is none of the command's.
std::string unknown_option(Command command, std::span<const std::string> arguments) {
  const std::vector<std::string> known = options_of(command);
  for (const std::string& argument : arguments) {
    if (argument.rfind("--", 0) != 0 || argument.size() == 2) continue;
    const std::string name = argument.substr(2, argument.find('=') - 2);
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return fmt::format("there is no option '--{}'{} (`asymptest {} --help` lists them)", name,
                         suggestion(name, known, "--"), command.name());
    }
  }
  return "";
}

}  // namespace

std::string usage_error(Command app, std::span<const std::string> arguments,
                        const RefusedArguments& problem, std::span<const std::string> claims) {
  if (arguments.empty()) return "a command is missing (`asymptest --help` lists them)";
  const std::vector<std::string> commands = commands_of(app);
  const std::string& first = arguments.front();
  if (std::find(commands.begin(), commands.end(), first) == commands.end()) {
    if (first.rfind('-', 0) != 0) return unknown_command(app, first, claims);
    return problem.what();
  }
  const Command command = app.command(first);
  // A command with commands of its own checks their options.
  const bool is_leaf = commands_of(command).empty();
  const std::string unknown =
      is_leaf && problem.unexpected() ? unknown_option(command, arguments.subspan(1)) : "";
  return fmt::format("{}: {}", first, unknown.empty() ? problem.what() : unknown);
}

}  // namespace asymptest::cli
