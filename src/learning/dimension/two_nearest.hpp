#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/neighbours/half_samples.hpp"
#include "learning/neighbours/neighbour_lists.hpp"

namespace asymptest::learning {

/// TwoNN (Facco, d'Errico, Rodriguez, Laio 2017, "Estimating the intrinsic dimension of datasets by
/// a minimal neighborhood information"): μ_i = T_2(i)/T_1(i) follows 1 − μ^−d; the points
/// (log μ_(i), −log(1 − i/N)) of the sorted ratios are fitted by a line through the origin, the
/// greatest tenth left out.
///
/// Returns the reciprocals of its slope on the half-samples, one for each. The lists are those of
/// `nearest_others` with list_length(2, N) neighbours at least; throws std::invalid_argument if
/// not.
Eigen::VectorXd two_nearest_reciprocals(const NeighbourLists& lists, const HalfSamples& halves);

/// The reciprocal of that slope for given log μ_i, in whatever order.
double two_nearest_reciprocal(std::vector<double> log_ratios);

}  // namespace asymptest::learning
