#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::covering {

/// Radius of the best cover of {k^−a} ∪ {0} by N intervals: no randomness.
Trial best_cover_of_powers(double exponent);

}  // namespace asymptest::covering
