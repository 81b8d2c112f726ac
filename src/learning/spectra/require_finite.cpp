#include "learning/spectra/require_finite.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace asymptest::learning {

void require_finite(const Eigen::MatrixXd& matrix, std::string_view what) {
  if (matrix.size() == 0) {
    throw std::invalid_argument(std::string(what) + " is " + std::to_string(matrix.rows()) + " x " +
                                std::to_string(matrix.cols()) + ", expected at least one entry");
  }
  for (Eigen::Index column = 0; column < matrix.cols(); ++column) {
    for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
      if (std::isfinite(matrix(row, column))) continue;
      throw std::invalid_argument(
          std::string(what) + " has the entry " + std::to_string(matrix(row, column)) + " at (" +
          std::to_string(row) + ", " + std::to_string(column) + "), expected finite numbers");
    }
  }
}

}  // namespace asymptest::learning
