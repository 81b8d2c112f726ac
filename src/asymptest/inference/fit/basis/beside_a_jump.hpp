#pragma once

#include <vector>

#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"
#include "asymptest/inference/fit/basis/last_sizes.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"

namespace asymptest {

/// The exponents that data have of which all sizes but the last one or two follow x^a alone (5 %):
/// that of those sizes, where the others were measured otherwise (another machine, another
/// calibration) and lie off by a factor; and that of the last two, where the law has changed before
/// them. Of a law that x^a alone doesn't fit; none where it needs more sizes to be left out.
/// Where only residuals tell the noise, the sizes that are left must follow x^a so much better than
/// the best law, of misfit `least_misfit`, follows all of them, that noise would make them do so
/// with a chance of 5 %.
std::vector<LocalPower> powers_beside_a_jump(const Regressor& sizes, const Statistics& statistics,
                                             const LikelihoodRatioLimit& noise,
                                             double least_misfit);

}  // namespace asymptest
