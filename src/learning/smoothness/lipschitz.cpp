#include "learning/smoothness/lipschitz.hpp"

#include <algorithm>
#include <cmath>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {

double least_lipschitz_constant(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                const Eigen::Ref<const Eigen::VectorXd>& values) {
  require(
      points.cols() >= 2 && points.cols() == values.size(),
      "least Lipschitz constant: {} points and {} values, expected as many of both and at least 2",
      points.cols(), values.size());
  double largest = 0;
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    for (Eigen::Index j = 0; j < i; ++j) {
      const double distance = (points.col(i) - points.col(j)).norm();
      require(distance != 0,
              "least Lipschitz constant: points {} and {} coincide, expected different ones", j, i);
      largest = std::max(largest, std::abs(values(i) - values(j)) / distance);
    }
  }
  return largest;
}

}  // namespace asymptest::learning
