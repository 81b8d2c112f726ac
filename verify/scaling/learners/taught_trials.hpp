#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

// Mean squared error at 2048 fresh points x ~ N(0, I) of R^d, d ≥ 2, of a student of two units that
// learns from N labels of a teacher of two units and an affine part that is 0, with normal noise of
// standard deviation 1/10. "N" is an axis of the sweep.

/// All weights trained, from other starts until the student fits the noisy labels as well as the
/// teacher does, 64 at most.
Trial taught_error(int dimension);

/// The limit law of least squares, σ²P/N (van der Vaart 1998, "Asymptotic statistics", Theorem
/// 5.23), with the P = 1 + d + 2(1 + d) parameters that count: a unit's scale does not.
double taught_error_law(int dimension, const Point& at);

/// With a teacher of four units, of which the student starts from two.
Trial taught_error_of_larger_teacher(int dimension);

/// A student whose units stay as they are drawn, truncated to the range of its labels.
Trial taught_error_of_drawn_units(int dimension);

/// A student that is given the teacher's units, with 3 + d linear weights to fit: σ²(3 + d)/N.
Trial taught_error_of_given_units(int dimension);

}  // namespace asymptest::scaling
