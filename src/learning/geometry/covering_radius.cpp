#include "learning/geometry/covering_radius.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {

double circle_covering_radius(const Eigen::Ref<const Eigen::MatrixXd>& points) {
  if (points.rows() != 1 || points.cols() < 1 || !(points.minCoeff() >= 0) ||
      !(points.maxCoeff() <= 1)) {
    throw std::invalid_argument(
        message("covering radius: expected one row of points in [0, 1], not {} x {} or others",
                points.rows(), points.cols()));
  }
  std::vector<double> sorted(points.cols());
  for (Eigen::Index i = 0; i < points.cols(); ++i)
    sorted[static_cast<std::size_t>(i)] = points(0, i);
  std::sort(sorted.begin(), sorted.end());
  double gap = sorted.front() + 1 - sorted.back();
  for (std::size_t i = 1; i < sorted.size(); ++i) gap = std::max(gap, sorted[i] - sorted[i - 1]);
  return gap / 2;
}

}  // namespace asymptest::learning
