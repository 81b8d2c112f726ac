#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest calibrate`: how often the verdict on a power law is wrong, and how often it is right,
/// on data with known exponents. Sets `exit_code` when it runs: `as_expected` if no family's rate
/// of wrong verdicts is above alpha with 99 % confidence, else `not_expected`.
void add_calibrate_command(Command app, int& exit_code);

}  // namespace asymptest::cli
