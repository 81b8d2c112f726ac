#include "rigor/matrices/symmetric_eigen.hpp"

#include <Eigen/Eigenvalues>
#include <stdexcept>

#include "asymptest/require/require.hpp"

namespace asymptest::rigor {

SymmetricEigen symmetric_eigen(const Eigen::MatrixXd& lower) {
  require(lower.rows() == lower.cols() && lower.rows() != 0,
          "eigenvalues of a {} x {} matrix: expected square, not empty", lower.rows(),
          lower.cols());
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(lower);
  if (solver.info() != Eigen::Success) {
    throw std::runtime_error("the eigenvalues of a symmetric matrix did not converge");
  }
  return {solver.eigenvalues(), solver.eigenvectors()};
}

Eigen::VectorXd solved(const SymmetricEigen& a, const Eigen::VectorXd& right) {
  if (!(a.values(0) > 0)) {
    throw std::domain_error(
        message("no solution: the least eigenvalue is {}, expected above 0", a.values(0)));
  }
  Eigen::VectorXd solution = Eigen::VectorXd::Zero(right.size());
  for (Eigen::Index k = 0; k < a.values.size(); ++k) {
    const auto vector = a.vectors.col(k);
    solution += (vector.dot(right) / a.values(k)) * vector;
  }
  return solution;
}

}  // namespace asymptest::rigor
