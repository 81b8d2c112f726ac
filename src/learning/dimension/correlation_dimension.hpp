#pragma once

#include <Eigen/Core>
#include <span>

#include "learning/neighbours/half_samples.hpp"
#include "learning/neighbours/parallel_tasks.hpp"

namespace asymptest::learning {

/// The correlation dimension (Grassberger, Procaccia 1983, "Measuring the strangeness of strange
/// attractors"): the exponent of the share of pairs of points that are within r of each other, by
/// Takens's maximum likelihood (1985, "On the numerical determination of the dimension of an
/// attractor"):
///
///     1/d̂ = 1/(m − 1) Σ_{j < m} log(r_m/r_j),
///
/// r_1 ≤ r_2 ≤ … the distances of the pairs. The scale r_m is the one within which the mean point
/// has k others: m = N k/2.
///
/// Returns the values of 1/d̂ on the half-samples of the points (D × N, a point a column): a row a
/// sample, a column for each of `neighbours`. NaN if a distance is 0.
///
/// Throws std::invalid_argument if there is no coordinate, one that is not finite, if `neighbours`
/// is empty, doesn't increase from at least 1, or asks for more pairs than there are.
Eigen::MatrixXd correlation_reciprocals(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                        const HalfSamples& halves, std::span<const int> neighbours,
                                        int threads = processor_count());

}  // namespace asymptest::learning
