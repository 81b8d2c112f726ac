#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

/// Mean distance of 256 fresh points of the 2-torus to the nearest of N orbits along the second
/// axis, a distance along the first alone; and to the nearest sample.
double distance_to_orbits(const Point& at, Stream& random);
double distance_to_samples(const Point& at, Stream& random);

}  // namespace asymptest::scaling
