#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

// Mean squared error on 256 fresh points of the d-torus of functions that agree with a target on
// the lattice (Z/m)^d, P = m^d parameters. Targets have random phases.

enum class Pieces { constant, linear };
enum class Target { additive, coupled, step };

/// "m" is an axis of the sweep. A step is the sign of the coupled wave.
Trial lattice_error(Pieces pieces, Target target, int dimension);

/// A sum of piecewise linear functions, of the first `one` coordinates and of the other `other`,
/// each on a lattice of as many points: of the larger dimension m an axis, P = 2 m^max(one, other).
/// The best such fit of an additive target interpolates each part.
Trial sum_of_parts_error(Target target, int one, int other);

}  // namespace asymptest::scaling
