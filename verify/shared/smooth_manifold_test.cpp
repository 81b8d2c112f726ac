#include "smooth_manifold.hpp"

#include <gtest/gtest.h>

#include <Eigen/LU>
#include <Eigen/QR>
#include <cmath>

namespace asymptest::smooth_manifold_test {
namespace {

using Eigen::MatrixXd;

Stream drawn(std::uint64_t trial) {
  return Stream({.suite_seed = 4, .claim = "smooth-manifold", .point = "", .trial = trial});
}

TEST(SmoothManifold, CountsOneOfEachPairOfFrequencies) {
  Stream shapes = drawn(0);
  EXPECT_EQ(SmoothManifold(1, 3, 1, shapes).frequencies(), 1);
  EXPECT_EQ(SmoothManifold(1, 3, 4, shapes).frequencies(), 4);
  EXPECT_EQ(SmoothManifold(2, 3, 1, shapes).frequencies(), 4);
  EXPECT_EQ(SmoothManifold(3, 3, 1, shapes).frequencies(), 13);
}

TEST(SmoothManifold, OfOneFrequencyIsAnEllipse) {
  Stream shapes = drawn(1), draws = drawn(2);
  const MatrixXd points = SmoothManifold(1, 5, 1, shapes).points(50, draws);
  ASSERT_EQ(points.rows(), 5);
  // In a plane, where a quadratic form is 1: a fit of x², xy and y² in two coordinates.
  MatrixXd forms(50, 3);
  forms << points.row(0).cwiseAbs2().transpose(),
      points.row(0).cwiseProduct(points.row(1)).transpose(), points.row(1).cwiseAbs2().transpose();
  const Eigen::VectorXd ones = Eigen::VectorXd::Ones(50);
  const Eigen::Vector3d form = (forms.transpose() * forms).inverse() * (forms.transpose() * ones);
  constexpr double rounding = 1e-7;  // of normal equations
  EXPECT_LT((forms * form - ones).norm(), rounding);
}

/// Different waves are independent functions: as many points are of the rank of two a frequency.
TEST(SmoothManifold, HasEachFrequencyOnce) {
  Stream shapes = drawn(4), draws = drawn(5);
  for (const Eigen::Index dimension : {1, 2, 3}) {
    const SmoothManifold manifold(dimension, 30, 1, shapes);
    const auto rank = manifold.points(60, draws).colPivHouseholderQr().rank();
    EXPECT_EQ(rank, 2 * manifold.frequencies()) << dimension;
  }
}

TEST(SmoothManifold, HasTheMeanSquareOfItsFrequencies) {
  constexpr Eigen::Index ambient = 40, count = 2000;
  double sum = 0;
  constexpr int shapes_drawn = 20;
  for (std::uint64_t trial = 0; trial < shapes_drawn; ++trial) {
    Stream shapes = drawn(10 + trial), draws = drawn(100 + trial);
    sum += SmoothManifold(2, ambient, 1, shapes).points(count, draws).squaredNorm();
  }
  // 8 squares of normal numbers an axis make half the mean square: 1/√8 of it varies.
  const double error = 4 / std::sqrt(8.0 / 2 * ambient * shapes_drawn);
  EXPECT_NEAR(sum / (ambient * count * shapes_drawn), 4, 5 * error);
}

TEST(NormalMatrix, IsTheStreamsNormals) {
  Stream one = drawn(3), other = drawn(3);
  const MatrixXd matrix = normal_matrix(2, 2, one);
  for (const double entry : matrix.reshaped()) EXPECT_EQ(entry, other.normal());
}

}  // namespace
}  // namespace asymptest::smooth_manifold_test
