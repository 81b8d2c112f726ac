#include "learning/spectra/operator_norm.hpp"

#include <Spectra/SymEigsSolver.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "learning/spectra/require_finite.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;

/// Vectors of the Lanczos basis: restarting sooner costs products, later costs orthogonalisation.
constexpr Index basis_size = 24;
constexpr Index most_restarts = 1000;

/// The interface that Spectra asks of a matrix.
class Product {
 public:
  using Scalar = double;
  Product(const SymmetricMap& map, Index dimension) : map_(map), dimension_(dimension) {}
  [[nodiscard]] Index rows() const { return dimension_; }
  [[nodiscard]] Index cols() const { return dimension_; }
  void perform_op(const double* in, double* out) const { map_(in, out); }

 private:
  const SymmetricMap& map_;
  Index dimension_;
};

double dense_norm(const SymmetricMap& map, Index dimension) {
  Eigen::MatrixXd matrix(dimension, dimension);
  Eigen::VectorXd unit = Eigen::VectorXd::Zero(dimension);
  for (Index column = 0; column < dimension; ++column) {
    unit[column] = 1;
    map(unit.data(), matrix.col(column).data());
    unit[column] = 0;
  }
  return symmetric_eigenvalues(matrix).cwiseAbs().maxCoeff();
}

}  // namespace

double symmetric_operator_norm(const SymmetricMap& map, const Eigen::VectorXd& start) {
  require_finite(start, "start of symmetric_operator_norm");
  if (start.isZero(0)) {
    throw std::invalid_argument("symmetric_operator_norm: start is zero, expected a direction");
  }
  const Index dimension = start.size();
  if (dimension <= dense_dimension) return dense_norm(map, dimension);

  Product product(map, dimension);
  Spectra::SymEigsSolver<Product> solver(product, 1, basis_size);
  solver.init(start.data());
  solver.compute(Spectra::SortRule::LargestMagn, most_restarts, residual_tolerance);
  if (solver.info() != Spectra::CompInfo::Successful) {
    throw std::runtime_error("symmetric_operator_norm: no convergence after " +
                             std::to_string(solver.num_operations()) + " products in dimension " +
                             std::to_string(dimension));
  }
  return std::abs(solver.eigenvalues()[0]);
}

}  // namespace asymptest::learning
