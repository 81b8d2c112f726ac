#pragma once

#include <span>

#include "asymptest/claim/claim.hpp"
#include "asymptest/inference/sample/summaries.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// Decides a power law on one or several factors.
///
/// With the band a₀ ± w: `supported` if the region of confidence 1 − 2·exponent_chance_at_edge lies
/// within the band and the region of confidence 1 − alpha within a₀ ± 2w; `refuted` if the former
/// lies outside the band and the latter excludes a₀. One-sided laws alike on their own side.
/// Several factors: supported if each exponent is, refuted if one is, at simultaneous confidence.
/// docs/statistics.md states the model and what each chance means.
///
/// Throws std::invalid_argument unless the prediction is a power law with a band and
/// 0 < alpha < 0.5, for fewer than four different sizes of a factor, and for one with sizes below 1
/// that doesn't say which limit its law speaks of; std::domain_error naming
/// the design point whose mean or median is not positive, or the trial that is not finite or, for a
/// geometric mean, not positive.
Verdict decide_power_law(const Prediction& prediction, Polarity polarity,
                         std::span<const PointTrials> trials, double alpha);

/// The same from summaries that are known already.
Verdict decide_power_law(const Prediction& prediction, Polarity polarity,
                         const Statistics& statistics, double alpha);

}  // namespace asymptest
