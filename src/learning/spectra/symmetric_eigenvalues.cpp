#include "learning/spectra/symmetric_eigenvalues.hpp"

#include <Eigen/Eigenvalues>
#include <stdexcept>
#include <string>

#include "learning/spectra/require_finite.hpp"

namespace asymptest::learning {

Eigen::VectorXd symmetric_eigenvalues(const Eigen::MatrixXd& matrix) {
  require_finite(matrix, "matrix of symmetric_eigenvalues");
  if (matrix.rows() != matrix.cols()) {
    throw std::invalid_argument("symmetric_eigenvalues: the matrix is " +
                                std::to_string(matrix.rows()) + " x " +
                                std::to_string(matrix.cols()) + ", expected a square one");
  }
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(matrix, Eigen::EigenvaluesOnly)
      .eigenvalues();
}

double smallest_eigenvalue(const Eigen::MatrixXd& matrix) {
  return symmetric_eigenvalues(matrix)[0];
}

}  // namespace asymptest::learning
