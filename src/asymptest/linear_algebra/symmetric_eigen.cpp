#include "asymptest/linear_algebra/symmetric_eigen.hpp"

#include <Eigen/Eigenvalues>
#include <stdexcept>

#include "asymptest/linear_algebra/require_square.hpp"

namespace asymptest {
namespace {

using Solver = Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>;

Solver solved(const Eigen::Ref<const Eigen::MatrixXd>& lower, int options) {
  require_square(lower, "eigenvalues");
  Solver solver(lower, options);
  if (solver.info() != Eigen::Success) {
    throw std::runtime_error("the eigenvalues of a symmetric matrix did not converge");
  }
  return solver;
}

}  // namespace

SymmetricPairs symmetric_pairs(const Eigen::Ref<const Eigen::MatrixXd>& lower) {
  const Solver solver = solved(lower, Eigen::ComputeEigenvectors);
  return {solver.eigenvalues(), solver.eigenvectors()};
}

Eigen::VectorXd symmetric_values(const Eigen::Ref<const Eigen::MatrixXd>& lower) {
  return solved(lower, Eigen::EigenvaluesOnly).eigenvalues();
}

}  // namespace asymptest
