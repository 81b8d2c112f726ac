#include "asymptest/cli/check/command_line.hpp"

#include <CLI/CLI.hpp>
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

std::string command_line(const CLI::App& command) {
  std::string positional, named;
  for (const CLI::Option* option : command.get_options()) {
    const std::string name = option->get_name();
    if (option->count() == 0 || name == "--report" || name == "--svg" || name == "--json") continue;
    const bool is_flag = option->get_items_expected_max() == 0;
    if (is_flag) named += " " + name;
    for (const std::string& value : option->results()) {
      if (is_flag) break;
      if (option->get_positional()) {
        positional += " " + shell_word(value);
      } else {
        named += " " + name + " " + shell_word(value);
      }
    }
  }
  return "asymptest " + command.get_name() + positional + named;
}

}  // namespace asymptest::cli
