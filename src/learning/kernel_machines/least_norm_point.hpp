#pragma once

#include <Eigen/Core>
#include <vector>

namespace asymptest::learning {

/// The point of least norm of the convex hull of points z_1 … z_n.
///
/// With z_i = y_i x_i it is the hard-margin machine sign⟨w, x⟩: its direction is the w of widest
/// margin, min_i ⟨w, z_i⟩/‖w‖, its norm that margin, and the points that it is a combination of are
/// the support vectors (Schölkopf, Smola 2002, section 7.2).
struct LeastNormPoint {
  Eigen::VectorXd point;
  std::vector<Eigen::Index> support;  ///< increasing; affinely independent
  Eigen::VectorXd weights;            ///< of these, positive, with sum 1
};

/// By Wolfe's algorithm (1976, "Finding the nearest point in a polytope"), finite and exact to
/// rounding: ⟨point, z_i⟩ ≥ ‖point‖² − 1e-12 max‖z‖² for every i. `points` is D × n.
///
/// Throws std::invalid_argument if there is no point or a coordinate that is not finite,
/// std::domain_error if the hull holds the origin to that precision: no plane through the origin
/// has all z_i on one side.
LeastNormPoint least_norm_point(const Eigen::Ref<const Eigen::MatrixXd>& points);

}  // namespace asymptest::learning
