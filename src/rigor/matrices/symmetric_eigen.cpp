#include "rigor/matrices/symmetric_eigen.hpp"

#include <stdexcept>

#include "asymptest/require/require.hpp"

namespace asymptest::rigor {

SymmetricEigen symmetric_eigen(const Eigen::MatrixXd& lower) { return symmetric_pairs(lower); }

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
