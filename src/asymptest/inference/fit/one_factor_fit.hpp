#pragma once

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// `fit_power_law` for one factor: the profile over all finite-size families
/// (profile_likelihood.hpp).
PowerLawFit fit_one_factor(const PowerLaw& law, const Statistics& statistics,
                           const RegionChances& chances);

}  // namespace asymptest
