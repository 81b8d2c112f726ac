#include "learning/boosting/boosted_stumps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace asymptest::learning::boosted_stumps_test {
namespace {

/// Columns without a pattern.
Eigen::MatrixXd scattered(Eigen::Index coordinates, Eigen::Index count) {
  return Eigen::MatrixXd::NullaryExpr(coordinates, count, [](Eigen::Index i, Eigen::Index j) {
    return std::sin(static_cast<double>(1 + i * 31 + j * 17) * 12.9898);
  });
}

Eigen::VectorXd labels_of(const Eigen::MatrixXd& points) {
  return (points.row(0) + points.row(1)).transpose().array().sign();
}

/// The least weighted error of any stump with its threshold at a sample or below all.
double least_error(const Eigen::MatrixXd& points, const Eigen::VectorXd& labels,
                   const Eigen::VectorXd& weights) {
  double least = 1;
  for (Eigen::Index k = 0; k < points.rows(); ++k) {
    for (Eigen::Index j = -1; j < points.cols(); ++j) {
      const double place = j < 0 ? -std::numeric_limits<double>::infinity() : points(k, j);
      double error = 0;
      for (Eigen::Index i = 0; i < points.cols(); ++i) {
        error += (points(k, i) > place ? 1 : -1) != labels(i) ? weights(i) : 0;
      }
      least = std::min({least, error, 1 - error});
    }
  }
  return least;
}

TEST(BoostedStumps, TakesTheBestStumpOfEveryRound) {
  const Eigen::MatrixXd points = scattered(3, 24);
  const Eigen::VectorXd labels = labels_of(points);
  const BoostedStumps boosted(points, labels, 12);
  ASSERT_EQ(boosted.stumps().size(), 12U);
  Eigen::VectorXd weights = Eigen::VectorXd::Constant(24, 1.0 / 24);
  for (std::size_t t = 0; t < 12; ++t) {
    EXPECT_NEAR(boosted.errors()[t], least_error(points, labels, weights), 1e-12);
    for (Eigen::Index i = 0; i < 24; ++i) {
      const double said = boosted.stumps()[t](points.col(i));
      weights(i) *= std::exp(-boosted.votes()[t] * labels(i) * said);
    }
    weights /= weights.sum();
  }
}

TEST(BoostedStumps, FitsAllSamplesInTheEnd) {
  const Eigen::MatrixXd points = scattered(3, 24);
  const Eigen::VectorXd labels = labels_of(points);
  const BoostedStumps boosted(points, labels, 200);
  const Eigen::VectorXd vote = boosted.vote(points, 200);
  EXPECT_GT((vote.array() * labels.array()).minCoeff(), 0);
  EXPECT_LE(vote.cwiseAbs().maxCoeff(), 1);
}

TEST(BoostedStumps, EndsWhenAStumpMakesNoError) {
  const Eigen::MatrixXd points = Eigen::RowVectorXd::LinSpaced(8, 0, 1);
  const Eigen::VectorXd labels = (points.transpose().array() - 0.4).sign();
  const BoostedStumps boosted(points, labels, 10);
  ASSERT_EQ(boosted.stumps().size(), 1U);
  EXPECT_EQ(boosted.vote(points, 10), labels);
}

TEST(BoostedStumps, EndsWhenNoneIsBetterThanChance) {
  // Equal points with either label.
  const BoostedStumps boosted(Eigen::RowVectorXd::Zero(4), Eigen::Vector4d(1, -1, 1, -1), 10);
  EXPECT_TRUE(boosted.stumps().empty());
}

TEST(MarginBound, IsTheProduct) {
  const std::vector<double> errors{0.1, 0.3, 0.4};
  EXPECT_NEAR(margin_bound(errors, 2, 0), 4 * std::sqrt(0.1 * 0.9 * 0.3 * 0.7), 1e-14);
  EXPECT_NEAR(margin_bound(errors, 1, 0.5), 2 * std::sqrt(std::sqrt(0.1) * std::pow(0.9, 1.5)),
              1e-14);
}

TEST(BoostedStumps, RefusesOtherLabels) {
  const Eigen::MatrixXd points = scattered(2, 3);
  EXPECT_THROW(BoostedStumps(points, Eigen::Vector3d(1, 0, -1), 2), std::invalid_argument);
  EXPECT_THROW(BoostedStumps(points, Eigen::Vector2d(1, -1), 2), std::invalid_argument);
  EXPECT_THROW(BoostedStumps(points, Eigen::Vector3d(1, 1, -1), 0), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::boosted_stumps_test
