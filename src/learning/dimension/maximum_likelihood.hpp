#pragma once

#include <Eigen/Core>
#include <span>

#include "learning/neighbours/half_samples.hpp"
#include "learning/neighbours/neighbour_lists.hpp"

namespace asymptest::learning {

/// Maximum likelihood of Levina and Bickel (2005, "Maximum likelihood estimation of intrinsic
/// dimension"), its reciprocals averaged over the points as MacKay and Ghahramani (2005) correct
/// it:
///
///     1/d̂ = mean over i of m_i,   m_i = 1/(k − 1) Σ_{j < k} log(T_k(i)/T_j(i)),
///
/// T_j(i) the distance of point i to its j-th nearest other point. Where points have a constant
/// density on a flat d-dimensional set without boundary, log(T_k/T_j) are the order statistics of
/// exponential variables of mean 1/d, and E m_i = 1/d at any number of points.
///
/// Returns the values of 1/d̂ on the half-samples: a row a sample, a column for each of `neighbours`
/// (k ≥ 2). NaN where a distance of 0 makes a logarithm infinite: merge equal points first.
///
/// Throws std::invalid_argument unless each k is at least 2 and the lists, of `nearest_others`, are
/// of list_length(k, N) neighbours.
Eigen::MatrixXd likelihood_reciprocals(const NeighbourLists& lists, const HalfSamples& halves,
                                       std::span<const int> neighbours);

}  // namespace asymptest::learning
