#pragma once

#include <span>
#include <vector>

#include "asymptest/claim/laws/power_law.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// The summaries of trials that are paired over the design points: trial s at each of them shares a
/// factor u_s (one seed, one test point, one machine at every size), q_is = m_i·u_s·(1 + ε_is).
///
/// A factor that all sizes share is a constant beside a power law's own, so that the errors are
/// those of ε alone: after the mean of trial s over the K points is taken off r_is = q_is/q̄_i (of
/// logarithms for a geometric mean), the mean square s_i² over the n trials has the expectation
/// σ_i²(1 − 2/K) + Σ_j σ_j²/K², which is solved for σ_i² (Grubbs 1948). An estimate below the
/// solution's own standard error is no estimate: the trend over the sizes stands for it.
///
/// A trial with an exponent of its own, rather than a factor, shows in the spread over the trials
/// of what is left against log size, and its square: where that is wider than independent ε make it
/// all errors are as much larger, and where Fisher's test tells it at 1 % they have n − 1 degrees.
///
/// Every point must have as many trials, in the same order. Throws std::invalid_argument for points
/// that don't, for fewer than three points or two trials, and for a median; and as `summarise`
/// does.
Statistics summarise_pairs(Summary summary, std::span<const PointTrials> trials);

/// The summaries that the law speaks of: of pairs where it is declared so, which a single trial at
/// each size can't tell yet. Throws as `summarise` and `summarise_pairs` do.
Statistics summarise(const PowerLaw& law, std::span<const PointTrials> trials);

}  // namespace asymptest
