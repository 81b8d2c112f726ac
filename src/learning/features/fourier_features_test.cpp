#include "learning/features/fourier_features.hpp"

#include <gtest/gtest.h>

#include <Eigen/LU>
#include <cmath>
#include <complex>
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

/// Rows, or columns, of complex numbers as `complex_fourier_features` has them.
Eigen::VectorXcd complex_of(const Eigen::VectorXd& parts) {
  const Eigen::Index n = parts.size() / 2;
  return parts.head(n) + std::complex<double>(0, 1) * parts.tail(n);
}

Eigen::MatrixXcd complex_features(const Eigen::MatrixXd& points,
                                  const Eigen::MatrixXd& frequencies) {
  const std::complex<double> unit(0, 1);
  return (unit * (points * frequencies.transpose()).cast<std::complex<double>>()).array().exp();
}

TEST(ComplexFourierFeatures, MultiplyAsComplexNumbersDo) {
  Stream random = stream();
  const Eigen::MatrixXd points = gaussian_design(3, 2, 1, random);
  const Eigen::MatrixXd frequencies = gaussian_design(5, 2, 1, random);
  const Eigen::VectorXd weights = gaussian_design(10, 1, 1, random);
  const Eigen::VectorXcd expected = complex_features(points, frequencies) * complex_of(weights);
  const Eigen::VectorXd sums = complex_fourier_features(points, frequencies) * weights;
  EXPECT_LT((complex_of(sums) - expected).norm(), rounding);
}

TEST(ComplexFourierFeatures, InterpolateByTheComplexKernel) {
  // ‖w‖² = y*(ΦΦ*)⁻¹y for the solution of least norm, by Eigen's complex inverse.
  Stream random = stream();
  const Eigen::MatrixXd points = gaussian_design(3, 2, 1, random);
  const Eigen::MatrixXd frequencies = gaussian_design(5, 2, 1, random);
  const Eigen::MatrixXcd features = complex_features(points, frequencies);
  const Eigen::Matrix3cd kernel = features * features.adjoint();
  const Eigen::VectorXd labels{{1, -1, 2, 0, 0, 0}};  // real ones
  const Eigen::Vector3cd complex_labels = complex_of(labels);
  const double expected = complex_labels.dot(kernel.inverse() * complex_labels).real();
  const Eigen::MatrixXd solution =
      min_norm_solution(complex_fourier_features(points, frequencies), labels);
  EXPECT_NEAR(solution.squaredNorm(), expected, 1e-12 * expected);
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
