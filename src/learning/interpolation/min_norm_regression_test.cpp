#include "learning/interpolation/min_norm_regression.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "learning/spectra/symmetric_eigenvalues.hpp"

namespace asymptest::learning::min_norm_regression_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

/// The Gram matrices here have condition numbers below 100: two digits of sixteen are lost.
constexpr double conditioning = 1000 * std::numeric_limits<double>::epsilon();

Stream stream() { return Stream({.suite_seed = 1, .claim = "min-norm"}); }

Eigen::VectorXd signs(unsigned pattern, Eigen::Index count) {
  Eigen::VectorXd labels(count);
  for (Eigen::Index i = 0; i < count; ++i) labels(i) = ((pattern >> i) & 1U) != 0 ? 1 : -1;
  return labels;
}

TEST(MinNormSolution, InterpolatesAndLiesInTheSpanOfTheRows) {
  Stream random = stream();
  const Eigen::MatrixXd design = gaussian_design(6, 20, 1, random);
  const Eigen::VectorXd labels = signs(0b101100, 6);
  const Eigen::VectorXd w = min_norm_solution(design, labels).col(0);
  EXPECT_LT((design * w - labels).norm(), conditioning * labels.norm());
  // Orthogonal to whatever the rows do not see: v less its own min-norm reconstruction.
  const Eigen::VectorXd v = gaussian_design(20, 1, 1, random);
  const Eigen::VectorXd unseen = v - min_norm_solution(design, design * v).col(0);
  EXPECT_LT(std::abs(unseen.dot(w)), conditioning * unseen.norm() * w.norm());
}

TEST(MinNormSolution, RecoversLinearTargetsFromMoreSamplesThanParameters) {
  Stream random = stream();
  const Eigen::MatrixXd design = gaussian_design(30, 8, 1, random);
  const Eigen::MatrixXd targets = gaussian_design(8, 3, 1, random);
  const Eigen::MatrixXd found = min_norm_solution(design, design * targets);
  EXPECT_LT((found - targets).norm(), conditioning * targets.norm());
}

TEST(MinNormSquared, IsTheSquaredNormOfTheSolution) {
  Stream random = stream();
  const Eigen::MatrixXd design = gaussian_design(12, 40, 0.01, random);
  const Eigen::VectorXd labels = signs(0xABC, 12);
  const double expected = min_norm_solution(design, labels).squaredNorm();
  EXPECT_NEAR(min_norm_squared(design, labels), expected, conditioning * expected);
}

TEST(MinNormSquared, IsClosedFormForOrthogonalRows) {
  Eigen::MatrixXd design = Eigen::MatrixXd::Zero(2, 3);
  design(0, 0) = 2;
  design(1, 2) = 0.5;
  EXPECT_DOUBLE_EQ(min_norm_squared(design, Eigen::Vector2d(1, -1)), 0.25 + 4);
  EXPECT_DOUBLE_EQ(mean_min_norm_squared(design), 0.25 + 4);
}

TEST(MeanMinNormSquared, IsTheAverageOverAllSigns) {
  Stream random = stream();
  constexpr Eigen::Index n = 8;
  const Eigen::MatrixXd design = gaussian_design(n, 20, 0.1, random);
  double sum = 0;
  for (unsigned pattern = 0; pattern < 1U << n; ++pattern) {
    sum += min_norm_squared(design, signs(pattern, n));
  }
  const double expected = sum / (1U << n);
  EXPECT_NEAR(mean_min_norm_squared(design), expected, conditioning * expected);
}

TEST(MeanMinNormSquared, IsTheSumOfTheInverseEigenvalues) {
  Stream random = stream();
  const Eigen::MatrixXd design = gaussian_design(30, 90, 1, random);
  const double expected = symmetric_eigenvalues(design * design.transpose()).cwiseInverse().sum();
  EXPECT_NEAR(mean_min_norm_squared(design), expected, conditioning * expected);
}

TEST(MeanSquaredLipschitzLaw, IsTheMeanThatRandomDesignsGive) {
  Stream random = stream();
  constexpr int n = 5, p = 25, trials = 4000;
  constexpr double d = 64;
  double sum = 0, squares = 0;
  for (int trial = 0; trial < trials; ++trial) {
    const double value = mean_min_norm_squared(gaussian_design(n, p, 1 / d, random));
    sum += value;
    squares += value * value;
  }
  const double mean = sum / trials;
  const double standard_error = std::sqrt((squares / trials - mean * mean) / (trials - 1));
  constexpr double standard_errors = 5;  // a fixed seed: the chance was 6e-7 when it was written
  EXPECT_NEAR(mean, mean_squared_lipschitz_law(n, d, p), standard_errors * standard_error);
  constexpr double effect_of_one_degree = 1.0 / 20;  // p − n in place of p − n − 1 = 19
  EXPECT_LT(standard_errors * standard_error / mean, effect_of_one_degree);
}

TEST(MeanSquaredLipschitzLaw, IsInverseChiSquareForOneSample) {
  EXPECT_DOUBLE_EQ(mean_squared_lipschitz_law(1, 100, 10), 100.0 / 8);
}

TEST(MinNormRegression, RefusesWhatCannotBeInterpolated) {
  Eigen::MatrixXd dependent = Eigen::MatrixXd::Ones(2, 5);
  EXPECT_THAT([&] { (void)mean_min_norm_squared(dependent); },
              ThrowsMessage<std::domain_error>(HasSubstr("the 2 rows in 5 columns are dependent")));
  EXPECT_THAT([&] { (void)mean_min_norm_squared(Eigen::MatrixXd::Random(6, 5)); },
              ThrowsMessage<std::domain_error>(HasSubstr("the 6 rows in 5 columns are dependent")));
  EXPECT_THAT([&] { (void)min_norm_squared(dependent, Eigen::Vector3d::Ones()); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("3 labels for 2 rows")));
  EXPECT_THAT([&] { (void)mean_squared_lipschitz_law(10, 5, 11); },
              ThrowsMessage<std::domain_error>(HasSubstr("p - n - 1 is ")));
  Stream random = stream();
  EXPECT_THAT([&] { gaussian_design(0, 3, 1, random); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("0 x 3 with variance 1")));
  EXPECT_THAT([&] { gaussian_design(3, 3, 0, random); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("with variance 0")));
}

}  // namespace
}  // namespace asymptest::learning::min_norm_regression_test
