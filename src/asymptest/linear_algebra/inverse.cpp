#include "asymptest/linear_algebra/inverse.hpp"

#include <Eigen/LU>

#include "asymptest/linear_algebra/require_square.hpp"

namespace asymptest {

Eigen::MatrixXd inverse_of(const Eigen::Ref<const Eigen::MatrixXd>& matrix) {
  require_square(matrix, "inverse");
  return Eigen::PartialPivLU<Eigen::MatrixXd>(matrix).inverse();
}

}  // namespace asymptest
