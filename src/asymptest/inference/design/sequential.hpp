#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "asymptest/inference/design/allocation.hpp"

namespace asymptest {

/// Chance of a wrong verdict that one claim or control may use so that the chance of any wrong
/// verdict among `verdicts` of them stays within `suite_alpha`: suite_alpha / verdicts (Bonferroni,
/// which needs no independence). `verdicts` counts every registered subject, not only those that a
/// filter selects, so that no verdict depends on the filter.
/// Throws std::invalid_argument unless 0 < suite_alpha < 0.5 and verdicts >= 1.
double share_of(double suite_alpha, std::size_t verdicts);

/// One look at the data: cumulative trials per design point, and the level of the decision made
/// then.
struct Look {
  std::int64_t trials = 0;
  double alpha = 0;
};

/// The looks at one claim: first, 2·first, 4·first, … and `most` trials per design point, then
/// `growth_steps` more at `most` trials, one for each size that the engine may add to the sweep.
///
/// The levels sum to `alpha`, so the chance that any look gives a wrong verdict is within it (union
/// bound: nothing is assumed about how the looks depend on each other). Each look may be used once;
/// when only larger sizes can decide, go on with the first unused look at `most` trials that
/// follows the unextended sweep's last one: the level of a look belongs to one sweep.
///
/// The part of the unextended sweep is spent in proportion to the trials (Kim and DeMets 1987,
/// "Design and analysis of group sequential tests based on the type I error spending rate
/// function", with power 1), so that the last look has half of it: a late look is the one on which
/// trials are dear, and half the level widens its region by 4 % only (at 1e-4), whereas an early
/// look that needs a wider region for its verdict costs few trials. If the sweep may grow, half of
/// alpha is reserved for the growth steps, in equal parts.
///
/// Throws std::invalid_argument unless 1 <= first, 1 <= most, 0 <= growth_steps, 0 < alpha < 0.5.
/// A `first` beyond `most` is taken as `most`.
std::vector<Look> look_schedule(std::int64_t first, std::int64_t most, int growth_steps,
                                double alpha);

}  // namespace asymptest
