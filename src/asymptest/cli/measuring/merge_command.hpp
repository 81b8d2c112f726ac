#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest merge SHARD…`: puts the shards of a round together, decides, and lists the next
/// round's trials where a look asks for more.
void add_merge_command(Command app, int& exit_code);

}  // namespace asymptest::cli
