#pragma once

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// Fits the law to the statistics, with finite-size corrections in each factor.
/// Throws std::invalid_argument for fewer than four different sizes of a factor, for a factor that
/// leaves its limit open, and for design points that can't tell the factors apart.
PowerLawFit fit_power_law(const PowerLaw& law, const Statistics& statistics,
                          const RegionChances& chances);

}  // namespace asymptest
