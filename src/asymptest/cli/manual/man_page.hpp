#pragma once

#include <string>

#include "asymptest/cli/manual/command_tree.hpp"

namespace asymptest::cli {

/// asymptest(1) in the macros of man(7): a section a command, in the words of its help.
std::string man_page(const CommandTree& tree, const std::string& version);

}  // namespace asymptest::cli
