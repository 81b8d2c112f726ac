#pragma once

#include <span>

#include "asymptest/claim/claim.hpp"
#include "asymptest/claim/defaults.hpp"
#include "asymptest/inference/sample/trials.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// Decides a prediction from trials.
///
/// `alpha` is the highest chance that a `supported` or a `refuted` is wrong. A verdict is wrong if
/// it supports a law whose true exponent is two bands or more from the predicted one, or refutes
/// one whose true exponent is the predicted one (docs/statistics.md).
///
/// A polarity other than `exact` restricts the outcome to what a bound of that side can carry.
/// Throws std::domain_error naming the design point for values that the prediction can't judge
/// (NaN, infinite, or not positive under a logarithm) and std::invalid_argument for too few sizes.
Verdict decide(const Prediction& prediction, Polarity polarity, std::span<const PointTrials> trials,
               double alpha);
/// The same of trials that are no bounds of the truth: Polarity::exact.
Verdict decide(const Prediction& prediction, std::span<const PointTrials> trials,
               double alpha = defaults::alpha);

}  // namespace asymptest
