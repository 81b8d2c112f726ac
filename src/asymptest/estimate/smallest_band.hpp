#pragma once

#include "asymptest/inference/fit/basis/exponent_region.hpp"

namespace asymptest::cli {

/// The smallest half-width w for which some prediction a would be supported by these regions: the
/// inner one within a ± w and the outer one within a ± 2w. Infinite where a region is.
double smallest_band(const ExponentRegion& region);

}  // namespace asymptest::cli
