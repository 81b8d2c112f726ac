#pragma once

#include <string>
#include <vector>

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// An option or a positional argument of a command, in its help's words.
struct OptionText {
  std::vector<std::string> names;  ///< "--store", "-h"; of a positional its name, "FILTER"
  std::string value;               ///< "FILE"; empty for a flag and for a positional
  std::string help;
  bool positional = false;
};

/// A command and what it takes.
struct CommandText {
  std::string name, help, footer;
  std::vector<OptionText> options;
};

/// The commands of the program, as they are declared: what completions and the manual are made of.
struct CommandTree {
  std::string name, help;
  std::vector<CommandText> commands;
};

CommandTree command_tree(Command app);

}  // namespace asymptest::cli
