#pragma once

#include <Eigen/Core>
#include <functional>

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

/// Draws N points for a design point: a column each.
using DimensionLaw = std::function<Eigen::MatrixXd(const Point& at, Stream& random)>;

/// The trial "1/d̂ of maximum likelihood from the k nearest of N points of a law".
Trial likelihood_reciprocal(DimensionLaw law, int k);

/// d/d̂ − 1 for points of the sphere S^d, the share by which the estimate is low: its mean given the
/// distances of the k-th neighbours of 16 points.
Trial relative_deficit_on_sphere(int dimension, int k);

/// N uniform points of the sphere S^d at a design point with axes d and N.
Eigen::MatrixXd points_of_sphere(const Point& at, Stream& random);

}  // namespace asymptest::scaling
