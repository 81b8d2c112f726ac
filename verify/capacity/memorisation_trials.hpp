#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::capacity {

// A network Σ w_j relu(⟨a, x⟩ − b_j) of n units with one common direction a on n normal points of
// R^8: 2n + 8 weights. The biases interleave the projections, which leaves a triangular system.

/// The largest residual at random signs for labels, in extended precision.
double residual_of_memorised(const Point& at, Stream& random);

/// The same by least squares with the first n/2 units.
double residual_of_half_the_units(const Point& at, Stream& random);

/// And with n units where two inputs are equal and their labels are not.
double residual_of_conflicting_labels(const Point& at, Stream& random);

}  // namespace asymptest::capacity
