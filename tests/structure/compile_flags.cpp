#include "compile_flags.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>
#include <sstream>

namespace structure {
namespace {

using Flags = std::set<std::string>;

struct Command {
  Flags flags;
  std::string header;  // what -include names, empty without one
};

Command parsed(const std::string& line) {
  Command command;
  std::string level, word;
  for (std::istringstream words(line); words >> word;) {
    if (word == "-include") words >> command.header;
    if (word.starts_with("-O")) level = word;
    if (word.starts_with("-f") || word.starts_with("-m")) command.flags.insert(word);
  }
  command.flags.insert(level);
  return command;
}

/// What a line `"name": "value",` holds; empty if it is another one.
std::string value_of(const std::string& name, const std::string& line) {
  const std::string start = "\"" + name + "\": \"";
  const std::size_t at = line.find(start), end = line.rfind('"');
  return at == std::string::npos ? "" : line.substr(at + start.size(), end - at - start.size());
}

std::map<std::string, Command> commands_by_file(const std::string& database) {
  std::map<std::string, Command> commands;
  std::istringstream lines(database);
  Command command;
  for (std::string line; std::getline(lines, line);) {
    if (const std::string text = value_of("command", line); !text.empty()) command = parsed(text);
    if (const std::string file = value_of("file", line); !file.empty()) commands[file] = command;
  }
  return commands;
}

}  // namespace

std::vector<std::string> mismatched_flags(const std::string& database) {
  const std::map<std::string, Command> commands = commands_by_file(database);
  std::vector<std::string> found;
  for (const auto& [file, command] : commands) {
    const auto header = commands.find(command.header + ".cxx");
    if (header == commands.end() || header->second.flags == command.flags) continue;
    found.push_back(fmt::format("{} is compiled with {}, its precompiled header with {}", file,
                                fmt::join(command.flags, " "),
                                fmt::join(header->second.flags, " ")));
  }
  return found;
}

}  // namespace structure
