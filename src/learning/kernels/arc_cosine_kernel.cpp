#include "learning/kernels/arc_cosine_kernel.hpp"

#include "asymptest/require/require.hpp"
#include "learning/kernels/infinite_width_kernel.hpp"
#include "learning/networks/activation.hpp"

namespace asymptest::learning {

Eigen::MatrixXd arc_cosine_kernel(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                  const Eigen::Ref<const Eigen::MatrixXd>& others) {
  require(points.cols() == others.cols(),
          "arc-cosine kernel: {} and {} coordinates, expected as many of both", points.cols(),
          others.cols());
  Eigen::MatrixXd kernel(points.rows(), others.rows());
  for (Eigen::Index j = 0; j < others.rows(); ++j) {
    for (Eigen::Index i = 0; i < points.rows(); ++i) {
      kernel(i, j) = dual_activation(Activation::relu, points.row(i).squaredNorm(),
                                     others.row(j).squaredNorm(), points.row(i).dot(others.row(j)))
                         .product;
    }
  }
  return kernel;
}

}  // namespace asymptest::learning
