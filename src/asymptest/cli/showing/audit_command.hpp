#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest audit [FILTER…]`: what each claim would notice. The exit code is `not_expected` if
/// one is toothless, `nothing_measured` if none of the selected is supported by what is stored.
void add_audit_command(Command app, int& exit_code);

}  // namespace asymptest::cli
