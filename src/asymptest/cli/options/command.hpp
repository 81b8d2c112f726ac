#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

#include "asymptest/cli/options/option.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// A command of the program, or the program itself. A handle: copies speak of the same command.
class Command {
 public:
  Command(CLI::App& app) : app_(&app) {}  // NOLINT(google-explicit-constructor)

  Command add_subcommand(const std::string& name, const std::string& help = "") const;
  void require_subcommand() const;
  void footer(const std::string& text) const;
  void callback(const std::function<void()>& run) const;
  void set_version_flag(const std::string& name, const std::string& version,
                        const std::string& help) const;

  /// An option whose value, if it is given, goes to `value`: a number, text, a path, a list of
  /// numbers or of text, or an optional number (the types that command.cpp names).
  template <class Value>
  Option add_option(const std::string& name, Value& value, const std::string& help = "") const;
  /// An option whose value is handed to `take`.
  template <class Value>
  Option add_option_function(const std::string& name, const std::function<void(const Value&)>& take,
                             const std::string& help) const;
  Option add_flag(const std::string& name, bool& given, const std::string& help) const;

  /// Throws what the parser throws of a missing option, unless each was given.
  void require_given(std::initializer_list<const char*> names) const;
  [[nodiscard]] std::size_t count(const std::string& option) const;  ///< how often it was given

  [[nodiscard]] Option option(const std::string& name) const;
  [[nodiscard]] std::vector<Option> options() const;
  [[nodiscard]] Command command(const std::string& name) const;
  [[nodiscard]] std::vector<Command> commands() const;
  [[nodiscard]] std::string name() const;
  [[nodiscard]] std::string help() const;       ///< its own line in the list of commands
  [[nodiscard]] std::string help_text() const;  ///< what --help prints
  [[nodiscard]] std::string footer() const;

 private:
  CLI::App* app_;
};

}  // namespace asymptest::cli
