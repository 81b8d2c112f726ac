#pragma once

#include <Eigen/Core>
#include <vector>

namespace asymptest::learning {

/// The points of a data set that estimates of its dimension can use, and what was found otherwise.
struct DistinctPoints {
  Eigen::MatrixXd points;                 ///< D × N, a point a column, in the order of the data
  std::vector<Eigen::Index> indices;      ///< of these points in the data
  Eigen::Index copies = 0;                ///< points left out as equal to an earlier one
  Eigen::Index constant_coordinates = 0;  ///< with the same value in all points
  std::vector<Eigen::Index> not_finite = {};  ///< points left out for a cell that is not finite
};

/// Leaves out points with a coordinate that is not finite, and of equal points all but the first:
/// the logarithm of a distance of 0 is infinite, and a copy tells nothing of the set that the
/// points lie on. Coordinates that are constant change no distance; they are counted.
DistinctPoints distinct_points(Eigen::MatrixXd points);

}  // namespace asymptest::learning
