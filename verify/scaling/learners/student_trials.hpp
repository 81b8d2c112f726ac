#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

// Mean squared error at fresh points of a student of m ReLU units and an affine part, all of whose
// weights are trained on many points, the middles of 1024 pieces of the segment [0, 1] or 512
// independent points of the unit square. "m" is an axis of the sweep.

/// On x², by the best of sixteen students; and of one that keeps the units it has drawn.
double parabola_error(const Point& at, Stream& random);
double parabola_error_of_drawn_units(const Point& at, Stream& random);

/// By one student that is truncated to the range of its labels, with normal noise of variance 1 on
/// all labels; the mean over that of the fresh ones is exact.
double noisy_parabola_error(const Point& at, Stream& random);

/// By the best of eight students on a bump exp(−2‖x − c‖²) of the square, c in its middle half.
double bump_error(const Point& at, Stream& random);

/// Likewise by one under that noise, with 1024 points.
double noisy_bump_error(const Point& at, Stream& random);

}  // namespace asymptest::scaling
