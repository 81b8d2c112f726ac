#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::capacity {

// What is left of the residual, |r_T|/|r_0|, when gradient descent trains all weights of a network
// of one hidden layer of tanh on n points of the sphere |x|² = 8: the larger of that for random
// signs as labels and that for true ones, the sign of the first coordinate. The step is
// η = 1/λ_max(K(w₀)), and T steps with (1 − ηλ/2)^T = 1e-6, λ = λ_min(K(w₀)) of 256 units.

/// Of 256 units.
double residual_after_descent(const Point& at, Stream& random);

/// Of one unit, nine weights, in as many steps of 1/(20 n), short enough for it not to diverge.
double residual_of_one_unit(const Point& at, Stream& random);

/// Of 256 units, when the last input is the first again, with the opposite label.
double residual_of_twins(const Point& at, Stream& random);

}  // namespace asymptest::capacity
