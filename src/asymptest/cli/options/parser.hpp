#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// Arguments that the parser refuses.
class RefusedArguments : public std::runtime_error {
 public:
  RefusedArguments(const std::string& why, bool unexpected)
      : std::runtime_error(why), unexpected_(unexpected) {}
  /// Whether there was more than the command takes.
  [[nodiscard]] bool unexpected() const { return unexpected_; }

 private:
  bool unexpected_;
};

/// The program's commands, and what reads its arguments.
class Parser {
 public:
  explicit Parser(const std::string& help);
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  [[nodiscard]] Command program() const { return *app_; }

  /// Reads the arguments and calls back the command that they name; prints what --help and
  /// --version ask for. Throws RefusedArguments, and what the command throws.
  void parse(int argc, const char* const* argv);

  /// Likewise, of arguments without the program's name.
  void parse(const std::vector<std::string>& arguments);

 private:
  std::unique_ptr<CLI::App> app_;
};

}  // namespace asymptest::cli
