#include "asymptest/inference/correction/generalised_inverse.hpp"

#include <Eigen/QR>

namespace asymptest {

std::optional<Eigen::MatrixXd> generalised_inverse(const Eigen::MatrixXd& matrix) {
  if (matrix.cols() > matrix.rows()) return std::nullopt;
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> decomposed(matrix);
  if (decomposed.rank() < matrix.cols()) return std::nullopt;
  return decomposed.solve(Eigen::MatrixXd::Identity(matrix.rows(), matrix.rows()));
}

}  // namespace asymptest
