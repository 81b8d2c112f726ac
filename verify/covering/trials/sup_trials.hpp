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

/// H_N/(2N), the mean of the first.
double circle_radius_law(const Point& at);

}  // namespace asymptest::covering
