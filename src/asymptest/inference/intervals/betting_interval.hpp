#pragma once

#include <span>

#include "asymptest/claim/laws/value_range.hpp"
#include "asymptest/inference/intervals/bounds.hpp"

namespace asymptest {

/// An interval of the mean of independent trials that lie within `range`, whatever their law: the
/// true mean lies below it with chance `tail` at most, and above it likewise.
///
/// The lower end is the least mean m that a bettor's wealth leaves possible,
///
///     W(m) = Σ_j w_j·∏_i (1 + γ_j·(x_i/m − 1)) < 1/tail,  γ_j = 2^−j, j = 0 … 16, w_j equal,
///
/// x of [0, 1] (others are carried there), for W(m) is a supermartingale of mean 1 if the mean is m
/// at most (Ville 1939; Waudby-Smith and Ramdas 2023, "Estimating means of bounded random variables
/// by betting", section 4). The upper end is the same of 1 − x. Since the wealth is the same in
/// whatever order the trials come, so is the interval.
///
/// It holds at any stop: the chance that *some* number of trials gives an interval that misses the
/// mean on one side is `tail`, too. Without trials, the whole range.
/// Throws std::invalid_argument unless 0 < tail < 1 and the range is one; std::domain_error naming
/// the trial that lies outside of it.
Bounds betting_interval(std::span<const double> trials, const ValueRange& range, double tail);

}  // namespace asymptest
