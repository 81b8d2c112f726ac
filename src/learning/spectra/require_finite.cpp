#include "learning/spectra/require_finite.hpp"

#include <cmath>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {

void require_finite(const Eigen::MatrixXd& matrix, std::string_view what) {
  require(matrix.size() != 0, "{} is {} x {}, expected at least one entry", what, matrix.rows(),
          matrix.cols());
  for (Eigen::Index column = 0; column < matrix.cols(); ++column) {
    for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
      require(std::isfinite(matrix(row, column)),
              "{} has the entry {} at ({}, {}), expected finite numbers", what, matrix(row, column),
              row, column);
    }
  }
}

}  // namespace asymptest::learning
