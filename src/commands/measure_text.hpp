#pragma once

#include <string>
#include <vector>

namespace asymptest::cli {

/// A row of a table that ends in a figure: an estimate with its interval.
struct IntervalRow {
  std::string name;
  double value = 0, lower = 0, upper = 0;
};

/// The rows below each other, each with its numbers and, on one axis for all of them, the interval
/// as a line with the estimate as a dot:
///
///     mle, k = 5         2.01  [1.95, 2.07]    ├──●──┤
///
/// `width` columns for the figure; an infinite end reaches its rim, marked by an arrow.
std::string interval_table(const std::vector<IntervalRow>& rows, int width = 44);

}  // namespace asymptest::cli
