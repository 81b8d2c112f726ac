#include "asymptest/linear_algebra/generalised_inverse.hpp"

#include <Eigen/QR>

namespace asymptest {

std::optional<Eigen::MatrixXd> generalised_inverse(const Eigen::MatrixXd& matrix) {
  if (matrix.cols() > matrix.rows()) return std::nullopt;
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> decomposed(matrix);
  if (decomposed.rank() < matrix.cols()) return std::nullopt;
  return decomposed.solve(Eigen::MatrixXd::Identity(matrix.rows(), matrix.rows()));
}

Eigen::VectorXd pivoted_least_squares(const Eigen::MatrixXd& matrix, const Eigen::VectorXd& right) {
  return Eigen::ColPivHouseholderQR<Eigen::MatrixXd>(matrix).solve(right);
}

}  // namespace asymptest
