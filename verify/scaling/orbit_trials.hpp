#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

/// Distance of a fresh point of the 2-torus to the nearest of N samples and their `copies` random
/// translates along the second axis each ("k" of the sweep), at 256 fresh points.
double distance_to_translates(const Point& at, Stream& random);
/// The same with translates along both axes by at most 1/1000: noise, which fills no orbit.
double distance_to_small_translates(const Point& at, Stream& random);
/// Distance to the nearest orbit: along the first axis alone; and to the nearest sample.
double distance_to_orbits(const Point& at, Stream& random);
double distance_to_samples(const Point& at, Stream& random);

}  // namespace asymptest::scaling
