#pragma once

#include "asymptest/claim/claim.hpp"
#include "learning/interpolation/lattice_interpolation.hpp"

namespace asymptest::interpolation {

// Trials of the squared error at a uniform point of a Kuhn lattice in dimension d.

/// Due to independent noise of unit variance, averaged over the noise; and over several points.
double noise_part(const Point& at, Stream& random);
double mean_noise_part(const Point& at, std::int64_t points, Stream& random);

/// Due to noise of unit variance, half of which the vertices of a cell have in common.
double with_shared_noise(const Point& at, Stream& random);

/// Due to independent noise and to the target |x|²/2 on cells of side 1.
double with_curved_target(const Point& at, Stream& random);

/// The median over 101 draws of noise and point, nothing averaged, for a rule whose error is
/// linear in the noise.
using ErrorOfRule = double (*)(const learning::LatticePoint&, const learning::LatticeNoise&);
Trial median_squared_error(learning::LatticeNoise::Law law, ErrorOfRule error);

}  // namespace asymptest::interpolation
