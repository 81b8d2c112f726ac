#pragma once

#include <string>

#include "asymptest/cli/manual/command_tree.hpp"

namespace asymptest::cli {

/// A script that lets bash complete commands, options, claims (asked of the program itself) and
/// files: `source <(asymptest completion bash)`.
std::string bash_completion(const CommandTree& tree);

/// The same for zsh, with the help beside each: a file `_asymptest` in a folder of `fpath`.
std::string zsh_completion(const CommandTree& tree);

}  // namespace asymptest::cli
