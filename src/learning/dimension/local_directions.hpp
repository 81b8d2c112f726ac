#pragma once

#include <Eigen/Core>
#include <span>

#include "learning/neighbours/half_samples.hpp"
#include "learning/neighbours/neighbour_lists.hpp"

namespace asymptest::learning {

/// Local principal components: the covariance C of the directions u_j = (x_j − x_i)/|x_j − x_i| to
/// the k nearest others of a point has trace 1, and 1/tr C², the participation ratio of its
/// eigenvalues, counts the principal components. Of k directions that fill d dimensions evenly,
/// tr C² = 1/k + (1 − 1/k) mean of (u_j·u_l)² over j < l; without the first part, the noise of k
/// draws,
///
///     1/d̂ = mean over points i and pairs j < l of (u_j·u_l)²,
///
/// whose mean is 1/d for any k: no threshold is to be chosen. On a set that fills its space in all
/// directions, such as a Sierpinski gasket, it returns the dimension of that space.
///
/// On a line all directions agree, whatever the draw: noise is far below the bias of curvature,
/// which the estimate's interval must therefore hold (`dimension_interval_with_bias`).
///
/// Returns the values of 1/d̂ on the half-samples: a row a sample, a column for each of `neighbours`
/// (k ≥ 2). The mean is over at most 2000 points; their neighbours are among all. NaN where a
/// distance is 0.
///
/// `points` is D × N, a point a column, `lists` their neighbours by `nearest_others`. Throws
/// std::invalid_argument unless each k is at least 2 and the lists have list_length(k, N).
Eigen::MatrixXd direction_reciprocals(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                      const NeighbourLists& lists, const HalfSamples& halves,
                                      std::span<const int> neighbours);

}  // namespace asymptest::learning
