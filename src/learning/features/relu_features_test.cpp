#include "learning/features/relu_features.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::learning::relu_features_test {
namespace {

Stream stream() { return Stream({.suite_seed = 1, .claim = "relu-features"}); }

/// Sums of a few products of order one.
constexpr double rounding = 1e-14;

TEST(ReluFeatures, OfOppositePointsDifferByTheLinearOnes) {
  Stream random = stream();
  const Eigen::MatrixXd points = gaussian_design(3, 2, 1, random);
  const Eigen::MatrixXd directions = gaussian_design(5, 2, 1, random);
  const Eigen::MatrixXd difference =
      relu_features(points, directions) - relu_features(-points, directions);
  EXPECT_LT((difference - points * directions.transpose()).cwiseAbs().maxCoeff(), rounding);
  EXPECT_GE(relu_features(points, directions).minCoeff(), 0);
}

TEST(ReluFeatureKernel, IsTheMeanOverTheDirections) {
  Stream random = stream();
  const Eigen::MatrixXd points = gaussian_design(3, 2, 1, random);
  const Eigen::MatrixXd others = gaussian_design(4, 2, 1, random);
  const Eigen::MatrixXd directions = gaussian_design(5, 2, 1, random);
  const Eigen::MatrixXd kernel = relu_feature_kernel(points, others, directions);
  for (Eigen::Index i = 0; i < 3; ++i) {
    for (Eigen::Index j = 0; j < 4; ++j) {
      double sum = 0;
      for (const auto v : directions.rowwise()) {
        sum += std::max(v.dot(points.row(i)), 0.0) * std::max(v.dot(others.row(j)), 0.0);
      }
      EXPECT_NEAR(kernel(i, j), sum / 5, rounding);
    }
  }
}

TEST(ReluFeatures, RefuseOtherCoordinates) {
  const Eigen::MatrixXd points = Eigen::MatrixXd::Ones(2, 3);
  EXPECT_THROW(relu_features(points, points.leftCols(2)), std::invalid_argument);
  EXPECT_THROW(relu_feature_kernel(points, points, points.leftCols(2)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::relu_features_test
