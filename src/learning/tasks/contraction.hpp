#pragma once

#include "learning/training/least_squares.hpp"

namespace asymptest::learning::optimisation {

/// The least log(L(w_t)/L(w_{t+1}))/−log(1 − ημ) along `steps` steps of gradient descent of length
/// η: how many times as fast as (1 − ημ)^t the loss falls, at least 1 if it is μ-PL and 1/η-smooth
/// there, and 2 at the end of a descent whose slowest part is the kernel's eigenvalue μ. Up to the
/// step at which the loss is below `rounding_share` of the first, or no longer finite; infinity if
/// there is none before. Throws std::invalid_argument unless 0 < ημ < 1.
double least_relative_rate(const LeastSquares& fit, const Eigen::VectorXd& start, double step,
                           double pl, int steps);

/// Below this share of the first loss, rounding of the residual shows in the ratio of two losses:
/// of the outputs, 1e-15, it shows there as 1e-5 of the loss.
inline constexpr double rounding_share = 1e-20;

}  // namespace asymptest::learning::optimisation
