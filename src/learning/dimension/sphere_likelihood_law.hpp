#pragma once

#include <Eigen/Core>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// `count` independent uniform points of the unit sphere S^d: (d + 1) × count. Throws
/// std::invalid_argument unless dimension and count are at least 1.
Eigen::MatrixXd uniform_sphere_points(Eigen::Index dimension, Eigen::Index count, Stream& random);

/// The mean of the reciprocal of the likelihood estimate (`likelihood_reciprocals`) for N
/// independent uniform points of S^d, distances being chords: exact at any N, curvature and all.
///
/// A quarter of the squared chord between two such points is s ~ Beta(d/2, d/2), with distribution
/// function F. Given the k-th of the N − 1 values of s at a point, the k − 1 lesser ones are
/// independent draws below it, so that
///
///     E m = ½ E g(s_(k)),   g(t) = E[log(t/s) | s < t] = ∫_0^1 F(t v)/F(t) dv/v,
///
/// where F(s_(k)) ~ Beta(k, N − k). It is 1/d for d = 2 at any N, and tends to 1/d otherwise: the
/// relative excess is d(d − 2)/(d + 2)² · E s_(k) to first order.
///
/// Throws std::invalid_argument unless dimension ≥ 1 and 2 ≤ k < points.
double sphere_likelihood_law(int dimension, int points, int k);

/// ½ g(t) of that law: the mean of log(T_k/T_j), j < k, on S^d given that T_k²/4 = t; the mean of
/// the likelihood estimate's reciprocal at a point, given the distance of its k-th neighbour alone.
/// Throws std::invalid_argument unless dimension ≥ 1 and 0 < t ≤ 1.
double sphere_log_ratio_below(int dimension, double quarter_square);

}  // namespace asymptest::learning
