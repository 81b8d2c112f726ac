#include "asymptest/cli/check/command_line.hpp"

#include <algorithm>
#include <cctype>

namespace asymptest::cli {

std::string shell_word(std::string_view word) {
  const auto is_plain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("_-./=:,+%@").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string command_line(Command command) {
  std::string positional, named;
  for (const Option option : command.options()) {
    const std::string name = option.name();
    if (option.count() == 0 || name == "--report" || name == "--svg" || name == "--json") continue;
    const bool is_flag = option.is_flag();
    if (is_flag) named += " " + name;
    for (const std::string& value : option.values()) {
      if (is_flag) break;
      if (option.is_positional()) {
        positional += " " + shell_word(value);
      } else {
        named += " " + name + " " + shell_word(value);
      }
    }
  }
  return "asymptest " + command.name() + positional + named;
}

}  // namespace asymptest::cli
