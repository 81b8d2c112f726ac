#include "rigor/certificates/scalar_evaluation.hpp"

#include <gtest/gtest.h>

#include <Eigen/Cholesky>
#include <cmath>

namespace asymptest::rigor::scalar_evaluation_test {
namespace {

/// Two inputs in one dimension, three neurons.
CertificateFile small_file() {
  CertificateFile file;
  file.samples = 2;
  file.dimension = 1;
  file.width = 3;
  file.data = {0.5, -2, 0.25, 1, 0.3, -0.7, 1.5, 1, -4, 2};
  return file;
}

struct PlainEvaluation {
  Eigen::Matrix2d kernel;
  Eigen::Vector2d residual;
};

/// The same by its definition: the Jacobian, a column for each weight.
PlainEvaluation plain_evaluation(const CertificateFile& file) {
  const std::vector<double>& data = file.data;
  Eigen::Matrix<double, 2, 6> jacobian;
  PlainEvaluation plain;
  const double scale = 1 / std::sqrt(3.0);
  for (int i = 0; i < 2; ++i) {
    const double x = data[static_cast<std::size_t>(i)];
    plain.residual(i) = -data[2 + static_cast<std::size_t>(i)];
    for (int r = 0; r < 3; ++r) {
      const double u = data[4 + static_cast<std::size_t>(r)];
      const double v = data[7 + static_cast<std::size_t>(r)];
      const double value = std::tanh(u * x);
      plain.residual(i) += scale * v * value;
      jacobian(i, r) = scale * v * (1 - value * value) * x;
      jacobian(i, 3 + r) = scale * value;
    }
  }
  plain.kernel = jacobian * jacobian.transpose();
  return plain;
}

/// Of the plain evaluation, a few units in the last place of numbers up to 20.
constexpr double plain_rounding = 1e-13;

TEST(ScalarEvaluation, EnclosesTheResidualsAndTheKernelTightly) {
  const CertificateFile file = small_file();
  const ScalarEvaluation at = evaluate(file);
  const PlainEvaluation plain = plain_evaluation(file);
  EXPECT_EQ(at.output_weight, 4);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    EXPECT_NEAR(at.residuals[i].midpoint(), plain.residual(row), plain_rounding);
    EXPECT_LE(at.residuals[i].width(), plain_rounding);
    for (std::size_t j = 0; j <= i; ++j) {
      const double exact = plain.kernel(row, static_cast<Eigen::Index>(j));
      EXPECT_NEAR(at.kernel(i, j).midpoint(), exact, plain_rounding);
      EXPECT_LE(at.kernel(i, j).width(), plain_rounding);
      EXPECT_TRUE(at.angles(i, j).contains(file.data[i] * file.data[j]));
    }
  }
}

ScalarSymmetric two_by_two(double a, double b, double c) {
  ScalarSymmetric matrix(2);
  matrix(0, 0) = a;
  matrix(1, 0) = b;
  matrix(1, 1) = c;
  return matrix;
}

TEST(ScalarEvaluation, DecidesPositivityOnBothSidesOfAnEigenvalue) {
  const ScalarSymmetric matrix = two_by_two(2, 1, 2);  // eigenvalues 1 and 3
  EXPECT_TRUE(certainly_positive(matrix, 1, Interval(-0.999999)));
  EXPECT_FALSE(certainly_positive(matrix, 1, Interval(-1)));
  EXPECT_TRUE(certainly_positive(matrix, -1, Interval(3.000001)));
  EXPECT_FALSE(certainly_positive(matrix, -1, Interval(3)));
}

TEST(ScalarEvaluation, DecidesAnInverseFormOnBothSidesOfItsValue) {
  const ScalarSymmetric matrix = two_by_two(2, 1, 2);
  // [1, −1] is an eigenvector of the eigenvalue 1: the form is 2.
  const std::vector<Interval> r{1, -1};
  EXPECT_TRUE(inverse_form_is_below(matrix, r, Interval(2.000001)));
  EXPECT_FALSE(inverse_form_is_below(matrix, r, Interval(2)));
  EXPECT_FALSE(inverse_form_is_below(two_by_two(1, 2, 1), r, Interval(100)));
  // Any r in the interval must fit.
  const std::vector<Interval> wide{Interval(0.9, 1.1), -1};
  EXPECT_FALSE(inverse_form_is_below(matrix, wide, Interval(2.000001)));
}

}  // namespace
}  // namespace asymptest::rigor::scalar_evaluation_test
