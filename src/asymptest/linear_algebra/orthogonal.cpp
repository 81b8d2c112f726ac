#include "asymptest/linear_algebra/orthogonal.hpp"

#include <Eigen/QR>

#include "asymptest/linear_algebra/require_square.hpp"

namespace asymptest {
namespace {

using Eigen::MatrixXd;
using Input = Eigen::Ref<const MatrixXd>;

void require_tall(const Input& matrix) {
  require(matrix.rows() >= matrix.cols() && matrix.cols() > 0,
          "QR factorisation of a {} x {} matrix: expected at least as many rows as columns",
          matrix.rows(), matrix.cols());
}

void require_as_many_rows(const Input& matrix, const Input& right) {
  require(matrix.rows() == right.rows(),
          "least squares: a matrix of {} rows with a right side of {}, expected as many",
          matrix.rows(), right.rows());
}

MatrixXd triangle(const Eigen::HouseholderQR<MatrixXd>& factored) {
  const MatrixXd& packed = factored.matrixQR();
  return packed.topRows(packed.cols()).triangularView<Eigen::Upper>();
}

}  // namespace

Triangularised triangularised(const Input& tall, const Input& right) {
  require_tall(tall);
  require_as_many_rows(tall, right);
  const Eigen::HouseholderQR<MatrixXd> factored(tall);
  MatrixXd rotated = right;
  rotated.applyOnTheLeft(factored.householderQ().adjoint());
  return {triangle(factored), rotated.topRows(tall.cols())};
}

MatrixXd triangle_of(const Input& tall) {
  require_tall(tall);
  return triangle(Eigen::HouseholderQR<MatrixXd>(tall));
}

MatrixXd orthonormal_columns(const Input& tall) {
  require_tall(tall);
  MatrixXd basis = MatrixXd::Identity(tall.rows(), tall.cols());
  basis.applyOnTheLeft(Eigen::HouseholderQR<MatrixXd>(tall).householderQ());
  return basis;
}

MatrixXd inverse_of_triangle(const Input& triangle) {
  require_square(triangle, "inverse of a triangle");
  MatrixXd inverse = MatrixXd::Identity(triangle.rows(), triangle.cols());
  triangle.triangularView<Eigen::Upper>().solveInPlace(inverse);
  return inverse;
}

MatrixXd least_squares_of_least_norm(const Input& matrix, const Input& right) {
  require_as_many_rows(matrix, right);
  return Eigen::CompleteOrthogonalDecomposition<MatrixXd>(matrix).solve(right);
}

}  // namespace asymptest
