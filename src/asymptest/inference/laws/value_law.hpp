#pragma once

#include <span>

#include "asymptest/claim/claim.hpp"
#include "asymptest/inference/sample/trials.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// Decides Q = curve(x): whether the relative deviation Q/curve − 1 lies within ± band at every
/// design point.
///
/// `supported` if at each point the region of the deviation lies within the band. That needs every
/// point, so each is tested at the full level (intersection-union test, Berger 1982). `refuted` if
/// the region of some point lies outside the band, at a level divided by the number of points and
/// of sides, or if that of the mean deviation of all points does; the two ways have half of the
/// level each. The regions are those of `two_level`. The mean over the points is unweighted:
/// weights from the data would lean towards low values of a skewed law.
///
/// The estimate is the deviation of the point that decided: of those outside, the one farthest out;
/// else the one nearest to leaving the band.
///
/// A lower bound of the truth may lie above the band and refute; an upper bound below it.
/// Throws std::invalid_argument naming the point where the curve is 0, infinite or NaN, or not
/// positive under a geometric mean or a polarity other than exact.
Verdict decide_value_law(const Prediction& prediction, Polarity polarity,
                         std::span<const PointTrials> trials, double alpha);

}  // namespace asymptest
