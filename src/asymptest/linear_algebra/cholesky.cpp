#include "asymptest/linear_algebra/cholesky.hpp"

#include <Eigen/Cholesky>

#include "asymptest/linear_algebra/require_square.hpp"

namespace asymptest {

using Eigen::MatrixXd;

Cholesky::Cholesky(const Eigen::Ref<const MatrixXd>& symmetric) : factor_(symmetric) {
  require_square(symmetric, "Cholesky factorisation");
  const Eigen::LLT<Eigen::Ref<MatrixXd>> in_place(factor_);
  complete_ = in_place.info() == Eigen::Success;
  factor_.triangularView<Eigen::StrictlyUpper>().setZero();
}

MatrixXd Cholesky::solve(const Eigen::Ref<const MatrixXd>& right) const {
  MatrixXd solution = right;
  solve_lower(solution);
  solve_upper(solution);
  return solution;
}

void Cholesky::solve_lower(MatrixXd& right) const {
  factor_.triangularView<Eigen::Lower>().solveInPlace(right);
}

void Cholesky::solve_upper(MatrixXd& right) const {
  factor_.transpose().triangularView<Eigen::Upper>().solveInPlace(right);
}

void Cholesky::solve_upper_from_the_right(MatrixXd& left) const {
  factor_.transpose().triangularView<Eigen::Upper>().solveInPlace<Eigen::OnTheRight>(left);
}

MatrixXd pivoted_solve(const Eigen::Ref<const MatrixXd>& semidefinite,
                       const Eigen::Ref<const MatrixXd>& right) {
  require_square(semidefinite, "pivoted solve");
  return Eigen::LDLT<MatrixXd>(semidefinite).solve(right);
}

}  // namespace asymptest
