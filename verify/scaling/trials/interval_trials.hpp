#pragma once

#include <functional>

#include "asymptest/claim/claim.hpp"
#include "dimension_trials.hpp"

namespace asymptest::scaling {

/// The estimators of `asymptest measure dimension`.
enum class Estimator { likelihood, two_nearest, correlation, directions };

/// 1 if the 95 % interval of the estimator at k neighbours, from N points of a law, holds the
/// dimension that `truth` gives for the design point, else 0.
Trial interval_holds(Estimator estimator, int k, DimensionLaw law,
                     std::function<double(const Point&)> truth);

/// N uniform points of the torus of d circles of radius 1, in R^(2d).
Eigen::MatrixXd points_of_circles(const Point& at, Stream& random);

}  // namespace asymptest::scaling
