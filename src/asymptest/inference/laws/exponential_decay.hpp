#pragma once

#include <span>

#include "asymptest/claim/claim.hpp"
#include "asymptest/inference/sample/trials.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// Decides Q ≤ C·e^(−r·t) with r ≥ rate, along one axis.
///
/// In the variable x = e^(rate·t) the law is Q ≲ x^−1, so the rate is judged as the exponent of a
/// one-sided power law: its corrections x^−ω are transients that decay faster than the law by
/// ω·rate, and its exponent is −r/rate, which makes the relative band an absolute one. The estimate
/// is r itself.
///
/// Design points whose every trial is below the round-off floor, a share of 1e-12 of the largest
/// value measured, tell nothing of the rate and are left out; a plateau above it is measured and
/// refutes.
///
/// Throws std::invalid_argument unless the rate and the band are positive and four different times
/// remain above the floor; std::domain_error for a value above the floor that is not positive.
Verdict decide_exponential_decay(const Prediction& prediction, Polarity polarity,
                                 std::span<const PointTrials> trials, double alpha);

}  // namespace asymptest
