#include "learning/spectra/operator_norm.hpp"

#include <Spectra/SymEigsSolver.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "asymptest/require/require.hpp"
#include "learning/spectra/require_finite.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;

/// Vectors of the Lanczos basis: restarting sooner costs products, later costs orthogonalisation.
constexpr Index basis_size = 24;
constexpr Index short_basis_size = 8;
constexpr Index most_restarts = 1000;
constexpr int most_pairs = 8;  // a third of the basis

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

LeadingPairs dense_pairs(const SymmetricMap& map, Index dimension, Index count) {
  Eigen::MatrixXd matrix(dimension, dimension);
  Eigen::VectorXd unit = Eigen::VectorXd::Zero(dimension);
  for (Index column = 0; column < dimension; ++column) {
    unit[column] = 1;
    map(unit.data(), matrix.col(column).data());
    unit[column] = 0;
  }
  const SymmetricPairs all = symmetric_eigenpairs(matrix);
  std::vector<Index> order(static_cast<std::size_t>(dimension));
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](Index i, Index j) { return std::abs(all.values[i]) > std::abs(all.values[j]); });
  order.resize(static_cast<std::size_t>(count));
  return {all.values(order), all.vectors(Eigen::all, order)};
}

LeadingPairs pairs_by_lanczos(const SymmetricMap& map, const Eigen::VectorXd& start, int count,
                              Index basis) {
  require_finite(start, "start of leading_pairs");
  require(!start.isZero(0), "leading_pairs: start is zero, expected a direction");
  const Index dimension = start.size();
  if (dimension <= dense_dimension)
    return dense_pairs(map, dimension, std::min<Index>(count, dimension));

  Product product(map, dimension);
  Spectra::SymEigsSolver<Product> solver(product, count, basis);
  solver.init(start.data());
  solver.compute(Spectra::SortRule::LargestMagn, most_restarts, residual_tolerance,
                 Spectra::SortRule::LargestMagn);
  if (solver.info() != Spectra::CompInfo::Successful) {
    throw std::runtime_error(
        message("leading_pairs: no convergence after {} products in dimension {}",
                solver.num_operations(), dimension));
  }
  return {solver.eigenvalues(), solver.eigenvectors()};
}

}  // namespace

LeadingPairs leading_pairs(const SymmetricMap& map, const Eigen::VectorXd& start, int count) {
  require(count >= 1 && count <= most_pairs, "leading_pairs: count is {}, expected 1 to {}", count,
          most_pairs);
  return pairs_by_lanczos(map, start, count, basis_size);
}

LeadingPairs leading_pair_near(const SymmetricMap& map, const Eigen::VectorXd& start) {
  return pairs_by_lanczos(map, start, 1, short_basis_size);
}

double symmetric_operator_norm(const SymmetricMap& map, const Eigen::VectorXd& start) {
  return std::abs(leading_pairs(map, start, 1).values[0]);
}

}  // namespace asymptest::learning
