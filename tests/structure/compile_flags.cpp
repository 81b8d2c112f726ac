#include "compile_flags.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <nlohmann/json.hpp>
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

}  // namespace

std::vector<std::string> mismatched_flags(const std::string& database) {
  std::map<std::string, Command> commands;
  for (const auto& entry : nlohmann::json::parse(database)) {
    commands[entry.at("file")] = parsed(entry.at("command"));
  }
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
