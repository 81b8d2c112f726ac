#include "learning/triangulation/growing_sphere.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/LU>
#include <cmath>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::growing_sphere_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using testing::UnorderedElementsAre;
using End = GrowingSphere::End;

/// n normal points as rows, scaled into the unit ball.
MatrixXd normal_rows(Index n, Index d, std::uint64_t trial) {
  MatrixXd points(n, d);
  Stream({1, "growing-sphere-test", "", trial})
      .fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points / points.rowwise().norm().maxCoeff();
}

/// How far the nearest other point lies outside of the sphere through d + 1 points, squared.
double emptiness(const MatrixXd& points, const std::vector<Index>& touched) {
  const MatrixXd corners = points(touched, Eigen::all);
  const Index d = points.cols();
  const MatrixXd edges = 2 * (corners.bottomRows(d).rowwise() - corners.row(0));
  const VectorXd powers =
      corners.bottomRows(d).rowwise().squaredNorm().array() - corners.row(0).squaredNorm();
  const VectorXd centre = edges.fullPivLu().solve(powers);
  return (points.rowwise() - centre.transpose()).rowwise().squaredNorm().minCoeff() -
         (corners.row(0) - centre.transpose()).squaredNorm();
}

TEST(GrowingSphere, EndsEmptyWithPointsThatHoldTheQuery) {
  for (const Index d : {1, 2, 3, 8, 30, 60}) {
    const MatrixXd points = normal_rows(9 * (d + 1), d, 0);
    const VectorXd query = points.topRows(d + 1).colwise().mean();
    GrowingSphere sphere(points, query);
    ASSERT_EQ(sphere.grow(), End::query_held) << d;
    ASSERT_EQ(static_cast<Index>(sphere.points().size()), d + 1);
    EXPECT_GT(emptiness(points, sphere.points()), -1e-9) << d;
    MatrixXd lifted = MatrixXd::Ones(d + 1, d + 1);
    lifted.topRows(d) = points(sphere.points(), Eigen::all).transpose();
    VectorXd right(d + 1);
    right << query, 1;
    EXPECT_GT(lifted.fullPivLu().solve(right).minCoeff(), 0) << d;
  }
}

TEST(GrowingSphere, HasTheNeighboursOnALine) {
  MatrixXd points(5, 1);
  points << -0.9, 0.3, 0.8, -0.1, 0.5;
  const VectorXd query = VectorXd::Constant(1, 0.35);
  GrowingSphere sphere(points, query);
  EXPECT_EQ(sphere.grow(), End::query_held);
  EXPECT_THAT(sphere.points(), UnorderedElementsAre(1, 4));
}

/// The hull of half the points on one side: known without another solver.
TEST(GrowingSphere, SaysOutsideOfNoQueryWithinTheHull) {
  for (std::uint64_t trial = 0; trial < 200; ++trial) {
    MatrixXd points = normal_rows(40, 10, trial);
    points.col(0) = points.col(0).cwiseAbs();
    const VectorXd inside = points.topRows(11).colwise().mean();
    EXPECT_NE(GrowingSphere(points, inside).grow(), End::query_outside) << trial;
    const VectorXd outside = inside - VectorXd::Unit(10, 0) * (inside(0) + 0.1);
    EXPECT_EQ(GrowingSphere(points, outside).grow(), End::query_outside) << trial;
  }
}

TEST(GrowingSphere, DecidesNothingOfPointsInASubspace) {
  MatrixXd line(6, 3);
  for (Index i = 0; i < 6; ++i) line.row(i).setConstant(0.1 * static_cast<double>(i / 2));
  const VectorXd query = VectorXd::Constant(3, 0.15);
  EXPECT_EQ(GrowingSphere(line, query).grow(), End::undecided);
}

}  // namespace
}  // namespace asymptest::learning::growing_sphere_test
