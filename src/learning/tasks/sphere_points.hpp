#pragma once

#include <Eigen/Core>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::optimisation {

/// Inputs have this dimension unless a claim says otherwise.
inline constexpr Eigen::Index input_dimension = 4;

/// `count` independent points, uniform on the sphere |x|² = d, one a column.
Eigen::MatrixXd sphere_points(Eigen::Index dimension, Eigen::Index count, Stream random);

}  // namespace asymptest::learning::optimisation
