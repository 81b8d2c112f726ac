#include "learning/spectra/symmetric_eigenvalues.hpp"

#include <Eigen/Eigenvalues>
#include <stdexcept>
#include <string>

#include "learning/spectra/require_finite.hpp"

namespace asymptest::learning {
namespace {

void require_square(const Eigen::MatrixXd& matrix, const std::string& function) {
  require_finite(matrix, "matrix of " + function);
  if (matrix.rows() == matrix.cols()) return;
  throw std::invalid_argument(function + ": the matrix is " + std::to_string(matrix.rows()) +
                              " x " + std::to_string(matrix.cols()) + ", expected a square one");
}

}  // namespace

Eigen::VectorXd symmetric_eigenvalues(const Eigen::MatrixXd& matrix) {
  require_square(matrix, "symmetric_eigenvalues");
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(matrix, Eigen::EigenvaluesOnly)
      .eigenvalues();
}

SymmetricPairs symmetric_eigenpairs(const Eigen::MatrixXd& matrix) {
  require_square(matrix, "symmetric_eigenpairs");
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
  return {solver.eigenvalues(), solver.eigenvectors()};
}

double smallest_eigenvalue(const Eigen::MatrixXd& matrix) {
  return symmetric_eigenvalues(matrix)[0];
}

}  // namespace asymptest::learning
