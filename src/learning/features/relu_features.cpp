#include "learning/features/relu_features.hpp"

#include "asymptest/require/require.hpp"
#include "learning/kernels/infinite_width_kernel.hpp"
#include "learning/networks/activation.hpp"

namespace asymptest::learning {
namespace {

using Points = Eigen::Ref<const Eigen::MatrixXd>;

void require_as_many_coordinates(Eigen::Index some, Eigen::Index others) {
  require(some == others, "ReLU features: {} and {} coordinates, expected as many of both", some,
          others);
}

}  // namespace

Eigen::MatrixXd relu_features(const Points& points, const Points& directions) {
  require_as_many_coordinates(points.cols(), directions.cols());
  return (points * directions.transpose()).cwiseMax(0);
}

Eigen::MatrixXd relu_feature_kernel(const Points& points, const Points& others,
                                    const Points& directions) {
  return relu_features(points, directions) * relu_features(others, directions).transpose() /
         static_cast<double>(directions.rows());
}

Eigen::MatrixXd arc_cosine_kernel(const Points& points, const Points& others) {
  require_as_many_coordinates(points.cols(), others.cols());
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
