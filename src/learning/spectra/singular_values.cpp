#include "learning/spectra/singular_values.hpp"

#include <Eigen/SVD>

#include "asymptest/linear_algebra/orthogonal.hpp"
#include "asymptest/require/require.hpp"
#include "learning/spectra/require_finite.hpp"

namespace asymptest::learning {
namespace {

using Eigen::MatrixXd;

/// The triangle is square already: without a second factorisation in front of it.
using SquareJacobi = Eigen::JacobiSVD<MatrixXd, Eigen::NoQRPreconditioner>;

}  // namespace

Eigen::VectorXd singular_values(const MatrixXd& matrix) {
  require_finite(matrix, "matrix of singular_values");
  const bool tall = matrix.rows() >= matrix.cols();
  return SquareJacobi(triangle_of(tall ? matrix : matrix.transpose())).singularValues();
}

LeftSingularPairs left_singular_pairs(const MatrixXd& matrix) {
  require_finite(matrix, "matrix of left_singular_pairs");
  require(matrix.rows() <= matrix.cols(),
          "left_singular_pairs: the matrix is {} x {}, expected no more rows than columns",
          matrix.rows(), matrix.cols());
  // Aᵀ = Q·R, so A = Rᵀ·Qᵀ and the left vectors of A are the right ones of R.
  const SquareJacobi svd(triangle_of(matrix.transpose()), Eigen::ComputeFullV);
  return {svd.singularValues(), svd.matrixV()};
}

}  // namespace asymptest::learning
