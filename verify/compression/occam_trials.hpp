#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::compression {

/// sup (R − R_emp) over 2^K random functions and n samples of fair labels: each makes Bin(n, 1/2)
/// errors, independently, and the most successful is the quantile of 1 − U^(2^−K). Axes K and n.
double largest_gap(const Point& at, Stream& random);

}  // namespace asymptest::compression
