#pragma once

#include <span>

#include "asymptest/claim/claim.hpp"
#include "asymptest/inference/sample/trials.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// Decides an inequality that the theory says of every trial, or of all but a chance δ of them.
///
/// A trial violates it if its value lies outside [lower − rounding, upper + rounding].
///
/// Every trial (δ = 0): one violation refutes, since it is a counterexample and not a matter of
/// chance; `supported` if there is none and the exact upper confidence bound (Clopper and Pearson
/// 1934; here 1 − alpha^(1/n)) of the chance of one, over n trials drawn as these were over the
/// design points, is below the band.
///
/// All but δ: `supported` if at every design point the exact region of the chance lies below
/// δ + band, `refuted` if at some point it lies above, with the levels of `two_level` and divided
/// by the number of points for refuting.
///
/// The reason gives the slack: the least distance of a value to its bound, and where it occurred.
///
/// A lower bound of the truth can't support an upper bound nor violate a lower one, and vice versa.
Verdict decide_inequality(const Prediction& prediction, Polarity polarity,
                          std::span<const PointTrials> trials, double alpha);

}  // namespace asymptest
