#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::covering {

// Covering radii on the 2-torus: the largest distance of any point to the nearest of N points.

/// N independent uniform points of the 2-torus, to a relative 1e-3; or each of √N points √N times.
double torus_radius(const Point& at, Stream& random);
double torus_radius_of_copies(const Point& at, Stream& random);

/// The largest distance of 2048 points of the 2-torus to the nearest of N of them, chosen farthest
/// first, as a share of √(2/N), twice the covering radius of a square lattice of N points, N a
/// square; the same with N points of a square of side 1/10; and the covering radius of N
/// independent points.
double share_of_design(const Point& at, Stream& random);
double share_of_design_in_a_corner(const Point& at, Stream& random);
double share_of_independent_points(const Point& at, Stream& random);

}  // namespace asymptest::covering
