#pragma once

#include <vector>

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/data/cell_number.hpp"
#include "asymptest/inference/sample/trials.hpp"

namespace asymptest::cli {

/// Puts numbers in the place of bounds (`<1e-6`, `>60`, a time-out) where these leave the medians,
/// and the order statistics that their errors are of, what they are: those of the smallest and of
/// the largest values that the bounds allow are then the same. A time-out without a bound is longer
/// than every trial of its size that ended.
/// `censoring` has the trials' order. Throws InputError naming the design point where that is not
/// so, and for a law that is no power law.
void settle_bounds(const CheckRequest& request, const Prediction& prediction,
                   const std::vector<std::vector<Censoring>>& censoring,
                   std::vector<PointTrials>& trials);

}  // namespace asymptest::cli
