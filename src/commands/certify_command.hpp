#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest certify FILE`: re-establishes a certificate by rigorous arithmetic; with `--new`,
/// proves a ball around a fresh random network first, or with `--solution` a zero next to the end
/// of gradient descent, and writes its certificate. Sets `exit_code` when it runs: 0 established, 1
/// rejected, 2 not readable or no ball to prove.
void add_certify_command(Command app, int& exit_code);

}  // namespace asymptest::cli
