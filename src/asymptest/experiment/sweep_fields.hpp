#pragma once

#include "asymptest/claim/sizes/sweep.hpp"
#include "asymptest/experiment/fields.hpp"

namespace asymptest {

/// A sweep, read from a table with a table for each axis in its order:
///
///     [sweep.m]
///     meaning = "width"
///     geometric = [64, 1024]      # first, last and, unless it is 2, the ratio
///     standard = 4096             # the last size at that tier; full and grows_to likewise
///
/// or `listed = [10, 20, 50]` in place of `geometric`. Throws ClaimFileError.
Sweep read_sweep(const Fields& fields);

}  // namespace asymptest
