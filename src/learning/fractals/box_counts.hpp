#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

namespace asymptest::learning {

/// How many boxes of side base^−j hold a point, j = 0 … levels: those of the lattice that divides
/// the unit cube [0, 1]^D. Whole numbers, by one sort: the base^D-ary digits of a point's boxes
/// are the digits of one number, and neighbours in its order differ from some level on.
///
/// `points` is D × N, a point a column. Throws std::invalid_argument if there is no point or
/// coordinate, one outside [0, 1], unless base ≥ 2 and levels ≥ 0, or if base^(D levels) is beyond
/// 64 bits.
std::vector<std::int64_t> box_counts(const Eigen::Ref<const Eigen::MatrixXd>& points, int base,
                                     int levels);

/// How many of the N(N − 1)/2 pairs of points are at most `radius` apart: N²/2 times Grassberger
/// and Procaccia's correlation integral (1983), whose exponent is the correlation dimension. Points
/// are sorted into boxes of that side, so that only those of adjacent boxes are compared.
///
/// Throws std::invalid_argument as above, or unless 0 < radius ≤ 1 and D ≤ 3.
std::int64_t pairs_within(const Eigen::Ref<const Eigen::MatrixXd>& points, double radius);

}  // namespace asymptest::learning
