#include "learning/triangulation/cone_projection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/QR>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::cone_projection_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using testing::ElementsAre;
using testing::IsEmpty;

/// A few hundred roundings of numbers of order one.
constexpr double rounding = 1e-12;

MatrixXd normal_vectors(Index dimension, Index count, std::uint64_t trial) {
  MatrixXd vectors(dimension, count);
  Stream({1, "cone-projection-test", "", trial})
      .fill_normal({vectors.data(), static_cast<std::size_t>(vectors.size())});
  return vectors;
}

/// Least squares on every set of the vectors: the nearest of those with positive weights.
double least_distance(const MatrixXd& vectors, const VectorXd& target) {
  double least = target.norm();
  for (unsigned set = 1; set < 1U << vectors.cols(); ++set) {
    MatrixXd chosen(vectors.rows(), 0);
    for (Index i = 0; i < vectors.cols(); ++i) {
      if ((set >> i & 1U) == 0) continue;
      chosen.conservativeResize(Eigen::NoChange, chosen.cols() + 1);
      chosen.rightCols(1) = vectors.col(i);
    }
    const VectorXd weights = chosen.colPivHouseholderQr().solve(target);
    if (weights.minCoeff() >= 0) least = std::min(least, (target - chosen * weights).norm());
  }
  return least;
}

/// Adds what is ahead of the residual until nothing is: then the cone is that of all vectors.
ConeProjection of_all(const MatrixXd& vectors) {
  ConeProjection projection(vectors.rows());
  for (;;) {
    Index ahead = 0;
    if ((vectors.transpose() * projection.residual()).maxCoeff(&ahead) < rounding) break;
    if (!projection.add(ahead, vectors.col(ahead))) break;
  }
  return projection;
}

TEST(ConeProjection, IsTheNearestOfAllSetsOfVectors) {
  int partial = 0;
  for (std::uint64_t trial = 0; trial < 40; ++trial) {
    const MatrixXd vectors = normal_vectors(4, 7, trial);
    const ConeProjection projection = of_all(vectors);
    EXPECT_NEAR(projection.residual().norm(), least_distance(vectors, VectorXd::Unit(4, 3)),
                rounding);
    partial += projection.residual().norm() > rounding;
  }
  EXPECT_GT(partial, 5);  // of both kinds
  EXPECT_LT(partial, 35);
}

TEST(ConeProjection, KeepsPositiveWeightsThatGiveTheResidual) {
  for (const Index dimension : {5, 30, 80}) {
    const MatrixXd vectors = normal_vectors(dimension, 3 * dimension, 0);
    const ConeProjection projection = of_all(vectors);
    VectorXd sum = projection.residual();
    for (Index k = 0; k < projection.weights().size(); ++k) {
      EXPECT_GT(projection.weights()(k), 0);
      sum += projection.weights()(k) * vectors.col(projection.labels()[k]);
    }
    EXPECT_LT((sum - VectorXd::Unit(dimension, dimension - 1)).norm(), rounding);
    EXPECT_LT((vectors.transpose() * projection.residual()).maxCoeff(), rounding);
  }
}

TEST(ConeProjection, LeavesOutWhatAnotherVectorMakesNeedless) {
  ConeProjection projection(2);
  EXPECT_TRUE(projection.add(7, Eigen::Vector2d(1, 1)));
  EXPECT_THAT(projection.left_out(), IsEmpty());
  EXPECT_TRUE(projection.add(8, Eigen::Vector2d(0.1, 1)));  // between (1, 1) and e
  EXPECT_THAT(projection.left_out(), ElementsAre(7));
  EXPECT_THAT(projection.labels(), ElementsAre(8));
}

TEST(ConeProjection, TakesNoVectorThatDependsOnOthers) {
  ConeProjection projection(3);
  EXPECT_TRUE(projection.add(0, Eigen::Vector3d(1, 0, 1)));
  EXPECT_FALSE(projection.add(1, Eigen::Vector3d(2, 0, 2)));
  EXPECT_THAT(projection.labels(), ElementsAre(0));
}

}  // namespace
}  // namespace asymptest::learning::cone_projection_test
