#pragma once

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/data/table.hpp"

namespace asymptest::cli {

/// The trials behind proportions that stand beside their number (`--summary proportion --n
/// COLUMN`): a row for each trial, 1 for the share that the row gives and 0 for the others.
///
/// A share is taken to be that of the nearest whole number of successes, where it is within a
/// twentieth of one, since it may be printed in few digits.
/// Throws InputError naming the row for a number of trials that is not whole or not from 1 to 10^7
/// (over all rows, too), and for a share out of [0, 1] or of no whole number of successes.
NumericTable trials_of_proportions(const CheckRequest& request, const NumericTable& table);

}  // namespace asymptest::cli
