#pragma once

#include "asymptest/claim/sizes/sweep.hpp"
#include "asymptest/experiment/fields.hpp"

namespace asymptest {

/// Where the sizes of a sweep stand.
enum class Sizes { here, elsewhere };

/// A sweep, read from a table with a table for each axis in its order:
///
///     [sweep.m]
///     meaning = "width"
///     geometric = [64, 1024]      # first, last and, unless it is 2, the ratio
///     standard = 4096             # the last size at that tier; full and grows_to likewise
///
/// or `listed = [10, 20, 50]` in place of `geometric`. Where the sizes are elsewhere, with finished
/// runs, an axis has a meaning alone. Throws ClaimFileError.
Sweep read_sweep(const Fields& fields, Sizes sizes = Sizes::here);

}  // namespace asymptest
