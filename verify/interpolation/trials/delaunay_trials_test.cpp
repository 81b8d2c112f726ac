#include "delaunay_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "classification_trials.hpp"
#include "learning/interpolation/simplicial_vote.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::interpolation::delaunay_trials_test {
namespace {

constexpr std::uint64_t trials = 1024;
/// Five standard errors of a mean of values between 0 and 1.
const double tolerance = 5 * 0.5 / std::sqrt(trials);

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("delaunay-trials-test", trial, at, trials);
}

TEST(DelaunayTrials, HaveTheMeansOfUniformQueriesInTheirSimplices) {
  for (const double d : {1.0, 3.0}) {
    const Point at{{"d", d}, {"n", 12}};
    EXPECT_NEAR(mean_of(delaunay_noise_part, at), 2 / (d + 2), tolerance) << d;
    EXPECT_NEAR(mean_of(share_decided_by_one, at), std::pow(0.5, d), tolerance / (d + 1)) << d;
    EXPECT_NEAR(mean_of(share_decided_by_two, at), (d + 1) * std::pow(0.5, d), tolerance) << d;
    EXPECT_NEAR(mean_of(share_of_heaviest, at), 1 / (d + 1), tolerance) << d;
  }
  const Point at{{"d", 8}};
  EXPECT_NEAR(mean_of(delaunay_excess_at_worst, at),
              learning::plug_in_excess_law(8, worst_noise(at)), tolerance / 2);
}

TEST(UniformInCornerSimplex, HasTheMomentsOfADirichletLaw) {
  constexpr Eigen::Index d = 3;
  constexpr int points = 1 << 14;
  Stream random({1, "delaunay-trials-test", "", 1});
  Eigen::Vector3d sums = Eigen::Vector3d::Zero(), squares = Eigen::Vector3d::Zero();
  for (int i = 0; i < points; ++i) {
    const Eigen::VectorXd point = uniform_in_corner_simplex(d, random);
    sums += point;
    squares += point.cwiseAbs2();
  }
  // Of values between 0 and 1, whose variances are 3/80 and less than 1/35.
  const double slack = 5 * std::sqrt(3.0 / 80 / points);
  for (Eigen::Index i = 0; i < d; ++i) {
    EXPECT_NEAR(sums[i] / points, 1.0 / (d + 1), slack);
    EXPECT_NEAR(squares[i] / points, 2.0 / ((d + 1) * (d + 2)), slack);
  }
}

TEST(SimplexCloud, HoldsItsCorners) {
  Stream random({1, "delaunay-trials-test", "", 0});
  const Eigen::MatrixXd cloud = simplex_cloud(Point{{"d", 3}, {"n", 9}}, random);
  EXPECT_EQ(cloud.leftCols(3), Eigen::MatrixXd::Identity(3, 3));
  EXPECT_TRUE(cloud.col(3).isZero());
  EXPECT_GT(cloud.rightCols(5).minCoeff(), 0);
  EXPECT_LT(cloud.rightCols(5).colwise().sum().maxCoeff(), 1);
}

}  // namespace
}  // namespace asymptest::interpolation::delaunay_trials_test
