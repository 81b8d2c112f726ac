#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// A number between two bounds that are certain but for rounding.
struct RadiusBracket {
  double lower = 0, upper = 0;
};

/// The covering radius of points of the circle R/Z, the largest distance of any of its points to
/// the nearest of them: half the largest gap. `points` is 1 × n with entries in [0, 1]; O(n log n).
///
/// For n independent uniform points its mean is H_n/(2n), H_n = 1 + 1/2 + … + 1/n, and for one
/// uniform point in each of n equal cells about (1 − ½√(π/(2n)))/n.
/// Throws std::invalid_argument unless there is a point and each lies in [0, 1].
double circle_covering_radius(const Eigen::Ref<const Eigen::MatrixXd>& points);

/// The same on the flat torus R^d/Z^d to within a relative `tolerance`, by branch and bound: the
/// distance to the nearest point is 1-Lipschitz, so that a cube whose centre is at distance f has
/// no point beyond f + its half diagonal; what could beat the best centre is halved along each
/// axis. `points` is d × n. For d ≤ 3 or so.
/// Throws std::invalid_argument unless there is a point, each lies in [0, 1]^d and tolerance > 0.
RadiusBracket torus_covering_radius(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                    double tolerance);

/// `count` of the candidate points, each as far as any from those before it in the flat torus's
/// metric, the first column first (Gonzalez 1985, section 2): its covering radius is at most twice
/// that of the best `count` points. `candidates` is d × m; O(d m count). Throws
/// std::invalid_argument unless 1 ≤ count ≤ m.
Eigen::MatrixXd farthest_first(const Eigen::Ref<const Eigen::MatrixXd>& candidates,
                               Eigen::Index count);

}  // namespace asymptest::learning
