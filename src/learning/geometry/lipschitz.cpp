#include "learning/geometry/lipschitz.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace asymptest::learning {

double least_lipschitz_constant(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                const Eigen::Ref<const Eigen::VectorXd>& values) {
  if (points.cols() < 2 || points.cols() != values.size()) {
    throw std::invalid_argument("least Lipschitz constant: " + std::to_string(points.cols()) +
                                " points and " + std::to_string(values.size()) +
                                " values, expected as many of both and at least 2");
  }
  double largest = 0;
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    for (Eigen::Index j = 0; j < i; ++j) {
      const double distance = (points.col(i) - points.col(j)).norm();
      if (distance == 0) {
        throw std::invalid_argument("least Lipschitz constant: points " + std::to_string(j) +
                                    " and " + std::to_string(i) +
                                    " coincide, expected different ones");
      }
      largest = std::max(largest, std::abs(values(i) - values(j)) / distance);
    }
  }
  return largest;
}

}  // namespace asymptest::learning
