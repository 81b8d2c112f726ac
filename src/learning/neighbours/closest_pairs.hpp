#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/neighbours/parallel_tasks.hpp"

namespace asymptest::learning {

/// Two points by their indices, and their distance.
struct PointPair {
  double distance = 0;
  int first = 0, second = 0;  ///< first < second
};

/// The `count` closest of the N(N − 1)/2 pairs of points, from near to far, the lesser indices
/// first among equals. `points` is D × N, a point a column.
///
/// Exact as `nearest_others` is, and by the same way. Throws std::invalid_argument if there is no
/// coordinate, one that is not finite, or unless 1 ≤ count ≤ N(N − 1)/2.
std::vector<PointPair> closest_pairs(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                     Eigen::Index count, int threads = processor_count());

}  // namespace asymptest::learning
