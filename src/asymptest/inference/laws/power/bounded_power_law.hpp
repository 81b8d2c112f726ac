#pragma once

#include <span>

#include "asymptest/claim/claim.hpp"
#include "asymptest/inference/sample/trials.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// Decides a power law of one factor on a proportion or a bounded mean, from intervals that hold
/// whatever law the trials have (bounded_fit.hpp). The regions decide as those of
/// `decide_power_law` do; nothing is decided where no law of the families passes through all
/// intervals, nor refuted while the local exponent still drifts towards the band.
///
/// Of a bounded mean the chance of a wrong verdict also holds for trials that are taken until a
/// verdict falls. Throws as `fit_bounded`.
Verdict decide_bounded_power_law(const PowerLaw& law, double band, Polarity polarity,
                                 std::span<const PointTrials> trials, double alpha);

}  // namespace asymptest
