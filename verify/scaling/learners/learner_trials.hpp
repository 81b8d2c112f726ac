#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

// Squared error of learners that interpolate N independent samples of a target on the d-torus, a
// cosine of random phase along each axis or a step, the sign of one across the diagonal. The mean
// over the phases and the labels' noise is taken in closed form.

/// Of the label of the nearest sample, at 64 fresh points; with labels of a step; or with normal
/// noise of variance 16 on the labels.
Trial nearest_neighbour_error(int dimension);
Trial nearest_neighbour_error_of_a_step(int dimension);
Trial nearest_neighbour_error_with_noise(int dimension);

/// Of the linear interpolation between neighbouring samples on the circle, in closed form over the
/// fresh point; of a step, for gaps below 1/2, between its two jumps.
double broken_line_error(const Point& at, Stream& random);
double broken_line_error_of_a_step(const Point& at, Stream& random);

}  // namespace asymptest::scaling
