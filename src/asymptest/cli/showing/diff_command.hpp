#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest diff OLD NEW`: what changed between two records (record.json, or a report's folder).
/// Sets `exit_code`: 0 if nothing changed, 1 if something did.
void add_diff_command(Command app, int& exit_code);

}  // namespace asymptest::cli
