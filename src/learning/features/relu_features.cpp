#include "learning/features/relu_features.hpp"

#include "asymptest/require/require.hpp"

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

}  // namespace asymptest::learning
