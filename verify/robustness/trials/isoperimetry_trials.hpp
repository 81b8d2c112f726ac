#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::robustness {

/// Laws of a point of R^d with E|x|² = 1, but for the first of those that break isoperimetry.
enum class IsoperimetryLaw { sphere, gaussian, cube, large_sphere, clusters, line, shells };

/// Largest variance, on 256 fresh points, of three 1-Lipschitz functions that 256 others have shown
/// to vary much (see `adversarial_variance`).
Trial largest_variance(IsoperimetryLaw law);

/// Variance of the coordinate along a random direction, on 256 points, averaged over 32 directions.
Trial generic_variance(IsoperimetryLaw law);

}  // namespace asymptest::robustness
