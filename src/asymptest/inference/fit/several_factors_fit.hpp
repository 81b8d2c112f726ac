#pragma once

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// `fit_power_law` for several factors: corrections b·x^−ω of each on the logarithm, ω of each
/// factor from a grid, simultaneous intervals by Bonferroni.
PowerLawFit fit_several_factors(const PowerLaw& law, const Statistics& statistics,
                                const RegionChances& chances);

}  // namespace asymptest
