#pragma once

#include <span>

#include "asymptest/claim/claim.hpp"
#include "asymptest/inference/sample/trials.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// Decides how Q runs along one axis, the others fixed (the design must hold one point for each
/// value of the axis).
///
/// increasing, decreasing: up to reversals of a relative size `band` (of the larger of the two
///   values). `supported` if the region of the reversal lies below the band between every two
///   points, `refuted` if between some two it lies above. Estimate: the worst reversal.
/// peak, valley: the highest (lowest) point lies within location·(1 ± band). `supported` if some
///   point there is shown to exceed every point outside, `refuted` if some point outside is shown
///   to exceed all of those. Needs points within the band and on either side of it. Estimate: the
///   location, with the range of the points that may be the highest.
/// descents: the number of runs down, by more than `band` relative to their start and separated by
///   rises of as much, that a zigzag along the axis can have. `supported` if the least and the
///   greatest number that simultaneous confidence bands allow (Bonferroni) are both the stated one,
///   `refuted` if it lies outside them. Estimate: the number.
///
/// Differences of two points use the square-and-add interval of Zou and Donner (2008), and the
/// levels of `two_level`; statements about every pair need no correction for their number
/// (intersection-union test), those about some pair are divided by it.
///
/// A measurement that only bounds the truth shows no shape: any polarity other than exact stays
/// inconclusive.
/// Throws std::invalid_argument for a design that can't show the shape, with what it lacks.
Verdict decide_shape(const Prediction& prediction, Polarity polarity,
                     std::span<const PointTrials> trials, double alpha);

}  // namespace asymptest
