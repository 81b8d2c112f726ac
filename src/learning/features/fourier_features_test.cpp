#include "learning/features/fourier_features.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::learning::fourier_features_test {
namespace {

Stream stream() { return Stream({.suite_seed = 1, .claim = "fourier-features"}); }

/// A mean of five cosines of arguments below 20, each off by a few units in the last place of 20.
constexpr double rounding = 1e-14;

TEST(FourierFeatures, HaveTheKernelOfTheDifferences) {
  Stream random = stream();
  const Eigen::MatrixXd points = gaussian_design(3, 2, 1, random);
  const Eigen::MatrixXd others = gaussian_design(4, 2, 1, random);
  const Eigen::MatrixXd frequencies = gaussian_design(5, 2, 1, random);
  const Eigen::MatrixXd kernel = fourier_kernel(points, others, frequencies);
  for (Eigen::Index i = 0; i < 3; ++i) {
    for (Eigen::Index j = 0; j < 4; ++j) {
      double sum = 0;
      for (const auto v : frequencies.rowwise())
        sum += std::cos(v.dot(points.row(i) - others.row(j)));
      EXPECT_NEAR(kernel(i, j), sum / 5, rounding);
    }
  }
}

TEST(FourierFeatures, NestInTheNumberOfFrequencies) {
  Stream random = stream();
  const Eigen::MatrixXd points = gaussian_design(3, 2, 1, random);
  const Eigen::MatrixXd frequencies = gaussian_design(5, 2, 1, random);
  EXPECT_EQ(fourier_features(points, frequencies).leftCols(4),
            fourier_features(points, frequencies.topRows(2)));
}

TEST(FourierDerivatives, AreDifferenceQuotients) {
  Stream random = stream();
  Eigen::MatrixXd points = gaussian_design(3, 2, 1, random);
  const Eigen::MatrixXd frequencies = gaussian_design(5, 2, 1, random);
  const double step = 1e-5;
  const Eigen::MatrixXd found = fourier_derivatives(points, frequencies, 1);
  points.col(1).array() += step;
  const Eigen::MatrixXd after = fourier_features(points, frequencies);
  points.col(1).array() -= 2 * step;
  const Eigen::MatrixXd quotient = (after - fourier_features(points, frequencies)) / (2 * step);
  EXPECT_LT((found - quotient).cwiseAbs().maxCoeff(), 1e-8);
  EXPECT_THROW(fourier_derivatives(points, frequencies, 2), std::out_of_range);
}

TEST(GaussianKernel, IsTheMeanOfItsFeatures) {
  Stream random = stream();
  const Eigen::Index m = 20000;
  const Eigen::MatrixXd points = gaussian_design(4, 3, 1, random);
  const double scale = 0.7;
  const Eigen::MatrixXd found =
      fourier_kernel(points, points, gaussian_design(m, 3, 2 * scale, random));
  // A cosine has a variance of 1/2 at most: five standard errors.
  const double slack = 5 * std::sqrt(0.5 / static_cast<double>(m));
  EXPECT_LT((found - gaussian_kernel(points, points, scale)).cwiseAbs().maxCoeff(), slack);
  EXPECT_THROW(gaussian_kernel(points, points, 0), std::invalid_argument);
  EXPECT_THROW(gaussian_kernel(points, points.leftCols(2), 1), std::invalid_argument);
  EXPECT_THROW(fourier_features(points, points.leftCols(2)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::fourier_features_test
