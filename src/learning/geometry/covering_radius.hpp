#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// The covering radius of points of the circle R/Z, the largest distance of any of its points to
/// the nearest of them: half the largest gap. `points` is 1 × n with entries in [0, 1]; O(n log n).
///
/// For n independent uniform points its mean is H_n/(2n), H_n = 1 + 1/2 + … + 1/n, and for one
/// uniform point in each of n equal cells about (1 − ½√(π/(2n)))/n.
/// Throws std::invalid_argument unless there is a point and each lies in [0, 1].
double circle_covering_radius(const Eigen::Ref<const Eigen::MatrixXd>& points);

}  // namespace asymptest::learning
