#pragma once

#include "asymptest/cli/options/command.hpp"

namespace asymptest::cli {

/// `asymptest measure dimension DATA` and `asymptest measure covering DATA`: the intrinsic
/// dimension of a person's data (IDX, NPY or CSV, plain or gzipped) by several estimators over a
/// range of scales, and how the distance to the nearest of N points falls with N; both with 95 %
/// intervals. Sets `exit_code` when it runs: 0 measured, 2 not readable or not enough points.
void add_measure_command(Command app, int& exit_code);

}  // namespace asymptest::cli
