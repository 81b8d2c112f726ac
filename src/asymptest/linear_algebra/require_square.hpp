#pragma once

#include <Eigen/Core>
#include <string_view>

#include "asymptest/require/require.hpp"

namespace asymptest {

/// Throws std::invalid_argument naming `what` unless the matrix is square and not empty.
inline void require_square(const Eigen::Ref<const Eigen::MatrixXd>& matrix, std::string_view what) {
  require(matrix.rows() == matrix.cols() && matrix.rows() > 0,
          "{} of a {} x {} matrix: expected a square one, not empty", what, matrix.rows(),
          matrix.cols());
}

}  // namespace asymptest
