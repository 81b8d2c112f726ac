#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

// A regressogram, the mean label in each of P = m^d cubes, of N noisy labels at independent points
// of the d-torus; an empty cube says 0. The target is a sum over the coordinates of cosines or of
// their signs, of random phase. The mean over phases, labels and places within the cubes is taken
// in closed form, so that a trial draws how many samples each cube holds. It takes the geometric
// mean over 16 variances of the noise between 1 and 4, which averages over where the best m falls
// between whole numbers.

/// What a trial reports of the number of cubes that has the least risk, by a parabola through the
/// logarithms of three risks in log m.
enum class Optimum { cubes, risk };

/// The target is smooth.
Trial optimal_model_size(int dimension, Optimum what);

/// The target is a sum of signs, with two jumps along each axis.
Trial optimal_model_size_of_jumps(int dimension, Optimum what);

/// The noise's variance falls as 16/√N.
Trial optimal_model_size_as_noise_falls(int dimension, Optimum what);

}  // namespace asymptest::scaling
