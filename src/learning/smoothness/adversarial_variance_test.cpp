#include "learning/smoothness/adversarial_variance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::adversarial_variance_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr double standard_errors = 5;

Eigen::MatrixXd normal_points(Eigen::Index dimension, Eigen::Index count, std::uint64_t trial) {
  Stream random({.suite_seed = 1, .claim = "adversarial", .point = "", .trial = trial});
  Eigen::MatrixXd points(dimension, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points;
}

TEST(SampleVariance, IsThatOfAFewNumbers) {
  EXPECT_DOUBLE_EQ(sample_variance(Eigen::Vector3d(1, 2, 6)), 7);
}

TEST(PrincipalAxis, IsThatOfAStretchedCloud) {
  Eigen::MatrixXd points = normal_points(4, 4000, 1);
  points.row(2) *= 3;
  points.colwise() += Eigen::Vector4d(5, 6, 7, 8);
  // The axis turns by √(λ₁λ₂)/(λ₁ − λ₂) · n^(−1/2) in each of three directions.
  const double turn = 3.0 / 8 / std::sqrt(4000.0);
  EXPECT_NEAR(std::abs(principal_axis(points)(2)), 1, 3 * std::pow(standard_errors * turn, 2));
}

TEST(DistancesToSet, AreWhatAScanFinds) {
  const Eigen::MatrixXd anchors = normal_points(5, 7, 2), queries = normal_points(5, 9, 3);
  const Eigen::VectorXd distances = distances_to_set(anchors, queries);
  for (Eigen::Index i = 0; i < queries.cols(); ++i) {
    const double least = (anchors.colwise() - queries.col(i)).colwise().norm().minCoeff();
    EXPECT_NEAR(distances(i), least, 1e-12);
  }
}

TEST(AdversarialVariance, FindsWhatVaries) {
  // Two far clusters: half of the points at +10, half at −10 along an axis.
  Eigen::MatrixXd clusters = normal_points(6, 400, 4);
  for (Eigen::Index i = 0; i < 400; ++i) clusters(3, i) += i % 2 == 0 ? 10 : -10;
  // (±10 + z)² has the standard deviation √(4·100 + 2) about 101.
  EXPECT_NEAR(adversarial_variance(clusters.leftCols(200), clusters.rightCols(200)), 101,
              standard_errors * std::sqrt(402.0 / 200));
  // Lengths 1 and 3 in random directions of a space where no direction stands out: variance 1.
  Eigen::MatrixXd shells = normal_points(500, 400, 5).colwise().normalized();
  for (Eigen::Index i = 0; i < 400; ++i) shells.col(i) *= i % 2 == 0 ? 1 : 3;
  // 100 of each length, with the divisor 199.
  EXPECT_NEAR(adversarial_variance(shells.leftCols(200), shells.rightCols(200)), 200.0 / 199,
              1e-12);
  // On the sphere nothing has more than 1/(d − 1), but for the error of a sample variance.
  const Eigen::MatrixXd sphere = normal_points(50, 4000, 6).colwise().normalized();
  EXPECT_NEAR(adversarial_variance(sphere.leftCols(400), sphere.rightCols(3600)), 1.0 / 50,
              standard_errors * std::sqrt(2.0 / 3600) / 50);
}

TEST(DistancesToSet, RefuseOtherCoordinates) {
  EXPECT_THAT([] { distances_to_set(Eigen::MatrixXd::Ones(2, 3), Eigen::MatrixXd::Ones(4, 1)); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("3 anchors of 2 coordinates for queries of 4")));
}

TEST(AdversarialVariance, RefusesWhatDoesNotVary) {
  EXPECT_THAT([] { sample_variance(Eigen::VectorXd::Ones(1)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("there are 1 values")));
  EXPECT_THAT([] { principal_axis(Eigen::MatrixXd::Ones(2, 1)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("there are 1 points")));
  EXPECT_THAT([] { principal_axis(Eigen::MatrixXd::Ones(2, 3)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("all points are one")));
}

}  // namespace
}  // namespace asymptest::learning::adversarial_variance_test
