#include "learning/kernel_machines/radial_kernel.hpp"

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

constexpr Eigen::Index most_coordinates_of_differences = 16;

using Matrix = Eigen::Ref<const Eigen::MatrixXd>;

Eigen::MatrixXd squares_by_differences(const Matrix& points, const Matrix& others) {
  Eigen::MatrixXd squares(points.cols(), others.cols());
  for (Eigen::Index j = 0; j < others.cols(); ++j) {
    squares.col(j) = (points.colwise() - others.col(j)).colwise().squaredNorm();
  }
  return squares;
}

Eigen::MatrixXd squares_by_product(const Matrix& points, const Matrix& others) {
  Eigen::MatrixXd squares = -2 * points.transpose() * others;
  squares.colwise() += points.colwise().squaredNorm().transpose();
  squares.rowwise() += others.colwise().squaredNorm();
  return squares.cwiseMax(0);
}

}  // namespace

Eigen::MatrixXd radial_kernel(Radial shape, const Matrix& points, const Matrix& others,
                              double length) {
  require(points.rows() == others.rows(),
          "radial kernel: points of {} and of {} coordinates, expected as many", points.rows(),
          others.rows());
  require(length > 0, "radial kernel: the length is {}, expected a positive number", length);
  const bool few = points.rows() <= most_coordinates_of_differences;
  Eigen::MatrixXd kernel =
      few ? squares_by_differences(points, others) : squares_by_product(points, others);
  auto values = kernel.array();
  if (shape == Radial::gaussian) {
    values = (values / -(length * length)).exp();
    return kernel;
  }
  values = values.sqrt() / length;
  switch (shape) {
    case Radial::gaussian:
    case Radial::laplace:
      values = (-values).exp();
      break;
    case Radial::matern_three_halves:
      values = (1 + values) * (-values).exp();
      break;
    case Radial::matern_five_halves:
      values = (1 + values + values.square() / 3) * (-values).exp();
      break;
  }
  return kernel;
}

Eigen::MatrixXd radial_kernel(Radial shape, const Matrix& points, double length) {
  Eigen::MatrixXd kernel = radial_kernel(shape, points, points, length);
  kernel.diagonal().setOnes();
  return kernel;
}

}  // namespace asymptest::learning
