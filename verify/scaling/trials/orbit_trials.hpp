#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

/// Mean distance of 256 fresh points of the 2-torus to the nearest of N orbits along the second
/// axis, a distance along the first alone; and to the nearest sample.
double distance_to_orbits(const Point& at, Stream& random);
double distance_to_samples(const Point& at, Stream& random);

/// The same to the nearest of k translates of each sample along the second axis, by independent
/// uniform steps.
double distance_to_translates(const Point& at, Stream& random);

/// The mean of that: ∫ (1 − I(r))^N dr with the chance I(r) = ∫ 1 − (1 − 2√(r² − x²))^k dx over
/// |x| < r that a sample has a translate within r, for r ≤ 1/2, where a ball does not touch its
/// own translates; what lies beyond is below (1 − π/4)^N. Throws std::invalid_argument unless N and
/// k are at least 1.
double mean_distance_to_translates(double samples, double translates);

}  // namespace asymptest::scaling
