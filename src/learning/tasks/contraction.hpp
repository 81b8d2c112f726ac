#pragma once

#include "learning/training/least_squares.hpp"

namespace asymptest::learning::optimisation {

/// The largest L(w_{t+1})/((1 − ημ)·L(w_t)) along `steps` steps of gradient descent of length η:
/// at most 1 if the loss is μ-PL and 1/η-smooth there. Up to the step at which the loss is below
/// `rounding_share` of the first, or no longer finite.
double worst_contraction(const LeastSquares& fit, const Eigen::VectorXd& start, double step,
                         double pl, int steps);

/// Below this share of the first loss, rounding of the residual shows in the ratio of two losses:
/// of the outputs, 1e-15, it shows there as 1e-5 of the loss, `contraction_rounding`.
inline constexpr double rounding_share = 1e-20, contraction_rounding = 1e-5;

}  // namespace asymptest::learning::optimisation
