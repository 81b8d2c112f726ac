#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// A number between two bounds that are certain but for rounding.
struct RadiusBracket {
  double lower = 0, upper = 0;
};

/// The covering radius of points of the flat torus R^d/Z^d, the largest distance of any of its
/// points to the nearest of them, to within a relative `tolerance`, by branch and bound: the
/// distance to the nearest point is 1-Lipschitz, so that a cube whose centre is at distance f has
/// no point beyond f + its half diagonal; what could beat the best centre is halved along each
/// axis. `points` is d × n. For d ≤ 3 or so.
/// Throws std::invalid_argument unless there is a point, each lies in [0, 1]^d and tolerance > 0.
RadiusBracket torus_covering_radius(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                    double tolerance);

/// `count` of the candidate points, each as far as any from those before it in the flat torus's
/// metric, the first column first (Gonzalez 1985, Theoretical Computer Science 38,
/// 293-306): its covering radius is at most twice that of the best `count` points.
/// `candidates` is d × m; O(d m count). Throws std::invalid_argument unless 1 ≤ count ≤ m.
Eigen::MatrixXd farthest_first(const Eigen::Ref<const Eigen::MatrixXd>& candidates,
                               Eigen::Index count);

}  // namespace asymptest::learning
