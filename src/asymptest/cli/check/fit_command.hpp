#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest fit FILE`: the exponent that measurements of one's own show, without a prediction.
void add_fit_command(Command app, int& exit_code);

}  // namespace asymptest::cli
