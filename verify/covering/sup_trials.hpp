#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::covering {

// Covering radii: the largest distance of any point of the set to the nearest of N points.

/// N independent uniform points of the circle.
double circle_radius(const Point& at, Stream& random);

/// One uniform point in each of N equal cells of the circle; or of its left half.
double circle_radius_of_cells(const Point& at, Stream& random);
double circle_radius_of_cells_in_a_half(const Point& at, Stream& random);

/// Half of the points in a quarter of the circle, the others in the rest of it.
double circle_radius_of_uneven_points(const Point& at, Stream& random);

/// N independent uniform points of the 2-torus, to a relative 1e-3; or each of √N points √N times.
double torus_radius(const Point& at, Stream& random);
double torus_radius_of_copies(const Point& at, Stream& random);

/// The largest distance of 16384 points of the 2-torus to the nearest of N of them, chosen farthest
/// first; the same on a curve in it; and with N points of a square of side 1/10.
double radius_of_design(const Point& at, Stream& random);
double radius_of_design_on_a_curve(const Point& at, Stream& random);
double radius_of_design_in_a_corner(const Point& at, Stream& random);

/// H_N/(2N), the mean of the first.
double circle_radius_law(const Point& at);

}  // namespace asymptest::covering
