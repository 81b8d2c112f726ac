#pragma once

#include <algorithm>

#include "asymptest/inference/sample/location.hpp"

namespace asymptest {

/// Chance with which a law that lies exactly on the band's edge is called supported or refuted,
/// each. (Far from the edge the chance of a wrong verdict is the verdict's own alpha.)
inline constexpr double chance_at_edge = 0.2;
/// The same of a power law's exponent. Where the correction has to be found as well, no rule that
/// keeps to 0.2 on the edge supports more than 64 % of the true laws that the calibration is
/// measured on, whatever its alpha (docs/statistics.md).
inline constexpr double exponent_chance_at_edge = 0.25;

/// The level of every verdict. Throws std::invalid_argument unless 0 < alpha < 0.5.
void require_alpha(double alpha);

/// Merges an interval at the level of the band's edge with one at the verdict's own level.
///
/// The result misses the truth with the chance of `at_edge` at most, and misses it by a whole
/// `band` or more with the chance of `at_level` at most. An outcome that follows from its position
/// against a band around the predicted value is therefore wrong with the verdict's own chance when
/// the truth is two bands off (supported) or exactly as predicted (refuted), which is how the
/// contract of `decide` counts, and with the edge's chance when the truth lies on the band's edge.
inline Bounds two_level(const Bounds& at_edge, const Bounds& at_level, double band) {
  return {std::min(at_edge.lower, at_level.lower + band),
          std::max(at_edge.upper, at_level.upper - band)};
}

}  // namespace asymptest
