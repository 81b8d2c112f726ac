#include "learning/spectra/symmetric_eigenvalues.hpp"

#include <string>

#include "asymptest/require/require.hpp"
#include "learning/spectra/require_finite.hpp"

namespace asymptest::learning {
namespace {

void require_finite_square(const Eigen::MatrixXd& matrix, const std::string& function) {
  require_finite(matrix, "matrix of " + function);
  require(matrix.rows() == matrix.cols(), "{}: the matrix is {} x {}, expected a square one",
          function, matrix.rows(), matrix.cols());
}

}  // namespace

Eigen::VectorXd symmetric_eigenvalues(const Eigen::MatrixXd& matrix) {
  require_finite_square(matrix, "symmetric_eigenvalues");
  return symmetric_values(matrix);
}

SymmetricPairs symmetric_eigenpairs(const Eigen::MatrixXd& matrix) {
  require_finite_square(matrix, "symmetric_eigenpairs");
  return symmetric_pairs(matrix);
}

double smallest_eigenvalue(const Eigen::MatrixXd& matrix) {
  return symmetric_eigenvalues(matrix)[0];
}

}  // namespace asymptest::learning
