#pragma once

#include <Eigen/Core>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// `count` independent uniform points of the flat torus T^d = R^d/Z^d: d × count, coordinates in
/// (0, 1). Throws std::invalid_argument unless dimension and count are at least 1.
Eigen::MatrixXd uniform_torus_points(Eigen::Index dimension, Eigen::Index count, Stream& random);

/// Volume of the unit ball of R^d: v_d = π^(d/2) / Γ(d/2 + 1).
double unit_ball_volume(int dimension);

/// Mean distance of a point of T^d to the nearest of `count` independent uniform points:
///
///     E δ_N = v_d^(−1/d) · Γ(1 + 1/d) · Γ(N + 1) / Γ(N + 1 + 1/d).
///
/// From P(δ_N > r) = (1 − v_d r^d)^N, which holds for r ≤ 1/2, where a ball does not touch its own
/// translates. Exact for d = 1. For d ≥ 2 the balls of radius above 1/2 leave a remainder of at
/// most ((√d − 1)/2) (1 − v_d 2^−d)^N: at N = 128 below 1e−41 for d ≤ 3, 2e-21 for d = 4.
///
/// Throws std::invalid_argument unless dimension and count are at least 1.
double mean_nearest_torus_distance_law(int dimension, double count);

/// The bound on the remainder of that law; 0 for d = 1.
double mean_nearest_torus_distance_remainder(int dimension, double count);

}  // namespace asymptest::learning
