#pragma once

#include <Eigen/Core>
#include <vector>

namespace asymptest::learning {

/// A face of the Delaunay triangulation that holds a query: vertices as columns of the points, and
/// the query's barycentric coordinates in it, which are not negative and sum to 1.
struct DelaunaySimplex {
  std::vector<Eigen::Index> vertices;
  std::vector<double> weights;
};

}  // namespace asymptest::learning
