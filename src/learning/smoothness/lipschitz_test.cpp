#include "learning/smoothness/lipschitz.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::lipschitz_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(LeastLipschitzConstant, IsTheSteepestStepOnALine) {
  Eigen::RowVectorXd points(4);
  points << 0, 1, 3, 7;
  EXPECT_DOUBLE_EQ(least_lipschitz_constant(points, Eigen::Vector4d(0, 2, 1, 5)), 2);
}

TEST(LeastLipschitzConstant, IsAttainedByMcShanesExtension) {
  Stream random({.suite_seed = 1, .claim = "lipschitz"});
  Eigen::MatrixXd points(3, 12);
  Eigen::VectorXd values(12);
  random.fill_normal({points.data(), 36});
  random.fill_normal({values.data(), 12});
  const double constant = least_lipschitz_constant(points, values);
  const auto extension = [&](const Eigen::VectorXd& x, double slope) {
    return (values + slope * (points.colwise() - x).colwise().norm().transpose()).minCoeff();
  };
  // With the constant, the extension passes through every value; with less it misses one.
  double worst = 0, worst_with_less = 0;
  for (Eigen::Index i = 0; i < 12; ++i) {
    worst = std::max(worst, std::abs(extension(points.col(i), constant) - values(i)));
    worst_with_less =
        std::max(worst_with_less, std::abs(extension(points.col(i), 0.99 * constant) - values(i)));
  }
  EXPECT_LT(worst, 16 * std::numeric_limits<double>::epsilon());
  EXPECT_GT(worst_with_less, 0.005 * constant) << "one per cent less must miss by its share";
}

TEST(LeastLipschitzConstant, IsTheSteepestOfAllPairsHoweverMany) {
  Stream random({.suite_seed = 1, .claim = "lipschitz-pairs"});
  constexpr double rounding = 16 * std::numeric_limits<double>::epsilon();
  for (const Eigen::Index count : {2, 16, 17, 18, 33, 50}) {
    for (const Eigen::Index dimension : {1, 2, 5}) {
      Eigen::MatrixXd points(dimension, count);
      Eigen::VectorXd values(count);
      random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
      random.fill_normal({values.data(), static_cast<std::size_t>(count)});
      double steepest = 0;
      for (Eigen::Index i = 0; i < count; ++i) {
        for (Eigen::Index j = 0; j < i; ++j) {
          steepest = std::max(
              steepest, std::abs(values(i) - values(j)) / (points.col(i) - points.col(j)).norm());
        }
      }
      EXPECT_NEAR(least_lipschitz_constant(points, values), steepest, rounding * steepest);
    }
  }
}

TEST(LeastLipschitzConstant, RefusesPointsThatCoincideAndValuesThatAreMissing) {
  EXPECT_THAT(
      [&] { (void)least_lipschitz_constant(Eigen::MatrixXd::Ones(2, 2), Eigen::Vector2d(0, 1)); },
      ThrowsMessage<std::invalid_argument>(HasSubstr("points 0 and 1 coincide")));
  Eigen::MatrixXd many = Eigen::RowVectorXd::LinSpaced(40, 0, 1);
  many(0, 30) = many(0, 7);
  EXPECT_THAT([&] { (void)least_lipschitz_constant(many, Eigen::VectorXd::Zero(40)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("points 7 and 30 coincide")));
  EXPECT_THAT(
      [&] {
        (void)least_lipschitz_constant(Eigen::MatrixXd::Ones(2, 1), Eigen::VectorXd::Ones(1));
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("1 points and 1 values")));
  EXPECT_THAT(
      [&] {
        (void)least_lipschitz_constant(Eigen::MatrixXd::Identity(2, 2), Eigen::VectorXd::Ones(3));
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("2 points and 3 values")));
}

}  // namespace
}  // namespace asymptest::learning::lipschitz_test
