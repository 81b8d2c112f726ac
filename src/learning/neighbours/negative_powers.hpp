#pragma once

#include <span>

namespace asymptest::learning {

/// x_i ← x_i^−a, several at a time. The x_i are positive, finite and normal, a is finite: that is
/// the caller's to hold, nothing is checked here.
///
/// exp(−a log x), by the logarithm of the normal variates: the relative error is at most
/// (6 + 3 |a log x|)·2^-53, and what is below 2^-1022 counts as 0.
void raise_to_negative_power(std::span<double> x, double a);

}  // namespace asymptest::learning
