#pragma once

#include <Eigen/Core>

#include "learning/neighbours/parallel_tasks.hpp"

namespace asymptest::learning {

/// The k nearest neighbours of each of a set of queries: a column a query, from near to far.
struct NeighbourLists {
  Eigen::MatrixXd distances;  ///< Euclidean
  Eigen::MatrixXi indices;    ///< of the neighbours; the lesser one first among equals
};

/// The `k` nearest of the other points to each point. `points` is D × N, a point a column.
///
/// Exact: the very neighbours and distances that a scan in double precision finds, with any number
/// of threads. A product of matrices in single precision (blocks of 512 × 256) leaves to each query
/// the few points that can be among its nearest, given a bound on the rounding; these are measured
/// in double. O(D N²), for D too large for a tree.
///
/// Throws std::invalid_argument if there is no coordinate, one that is not finite, or unless
/// 1 ≤ k < N.
NeighbourLists nearest_others(const Eigen::Ref<const Eigen::MatrixXd>& points, Eigen::Index k,
                              int threads = processor_count());

/// The `k` nearest of the points to each query. Throws std::invalid_argument as above, unless
/// 1 ≤ k ≤ N, or if the queries have another number of coordinates.
NeighbourLists nearest_points(const Eigen::Ref<const Eigen::MatrixXd>& points,
                              const Eigen::Ref<const Eigen::MatrixXd>& queries, Eigen::Index k,
                              int threads = processor_count());

}  // namespace asymptest::learning
