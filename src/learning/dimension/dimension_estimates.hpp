#pragma once

#include <Eigen/Core>
#include <span>
#include <string>
#include <vector>

#include "learning/neighbours/half_samples.hpp"
#include "learning/neighbours/parallel_tasks.hpp"

namespace asymptest::learning {

/// What one method finds at one scale.
struct DimensionEstimate {
  std::string method;  ///< mle, twonn, correlation, pca
  int k = 0;           ///< neighbours that set the scale
  DimensionInterval interval;
  Eigen::Index points = 0;  ///< that were used
};

/// The most points that the correlation dimension is measured on: its pairs grow as N².
constexpr Eigen::Index most_correlation_points = 20000;

/// Intrinsic dimension by maximum likelihood (`likelihood_reciprocals`), TwoNN
/// (`two_nearest_reciprocals`, k = 2), the correlation dimension (`correlation_reciprocals`, on at
/// most 20 000 of the points) and local principal components (`direction_reciprocals`), in this
/// order, each for the k of `neighbours` that it takes (increasing, from 2).
///
/// `points` is D × N, a point a column, finite and distinct (`distinct_points`). The result is the
/// same to the last bit with any number of threads.
///
/// Throws std::invalid_argument for fewer than 64 points, or unless 2 ≤ k ≤ N/4.
std::vector<DimensionEstimate> dimension_estimates(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                                   std::span<const int> neighbours,
                                                   int threads = processor_count());

}  // namespace asymptest::learning
