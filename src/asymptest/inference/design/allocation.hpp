#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/sample/trials.hpp"

namespace asymptest {

/// Cumulative trials per design point for the next look, in the order of `so_far`: the total cost
/// of `trials_per_point` trials everywhere, put where it matters most for the decision, and never
/// fewer at a point than it has already (which may cost more).
///
/// Half of the cost is spent evenly, so that the law is seen everywhere; the other half
/// - for a power law in proportion to |influence|·spread/√cost, which minimises the variance
///   Σ influence²·spread²/n of the exponent's estimate (`exponent_influences`) at that cost,
/// - for a value law in proportion to spread², which makes all points equally certain, since the
///   least certain one decides,
/// - for any other evenly, and for a power law from pairs, which have as many trials everywhere.
///
/// `cost` is that of one trial at each point, on any scale. Empty, it is not known, and the result
/// is even: a better use of as many trials may be a worse one of the time, since the largest sizes
/// are those that tell most and take longest. So it is where fewer than 16 trials tell no point's
/// spread to within a fifth. The result depends on the data through the relative spread of the
/// trials only; the values at a point stay independent and identically distributed given their
/// number, up to the dependence of mean and spread.
///
/// Throws std::invalid_argument if `cost` is neither empty nor one positive number per point, or
/// trials_per_point < 1.
std::vector<std::int64_t> allocate(const Prediction& prediction,
                                   std::span<const PointTrials> so_far,
                                   std::span<const double> cost, std::int64_t trials_per_point);

}  // namespace asymptest
