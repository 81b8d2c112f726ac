#include "rigor/matrices/interval_matrix.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <random>
#include <stdexcept>

namespace asymptest::rigor::interval_matrix_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Rational = boost::multiprecision::cpp_rational;

/// Entries of very different magnitudes, so that sums cancel and the error bound is put to work.
MatrixXd any_matrix(Index rows, Index cols, std::mt19937_64& bits) {
  std::normal_distribution<double> normal;
  std::uniform_int_distribution<int> exponent(-20, 20);
  return MatrixXd::NullaryExpr(rows, cols,
                               [&] { return std::ldexp(normal(bits), exponent(bits)); });
}

Rational exact_entry(const MatrixXd& a, const MatrixXd& b, Index i, Index j) {
  Rational sum = 0;
  for (Index k = 0; k < a.cols(); ++k) sum += Rational(a(i, k)) * Rational(b(k, j));
  return sum;
}

void expect_holds_product(const IntervalMatrix& c, const MatrixXd& a, const MatrixXd& b) {
  for (Index i = 0; i < c.rows(); ++i) {
    for (Index j = 0; j < c.cols(); ++j) {
      const Rational error = abs(Rational(c.midpoint(i, j)) - exact_entry(a, b, i, j));
      EXPECT_LE(error, Rational(c.radius(i, j)));
    }
  }
}

TEST(IntervalMatrix, ProductsOfExactMatricesHoldTheExactProduct) {
  std::mt19937_64 bits(1);
  for (const Index inner : {1, 2, 7, 64, 129}) {
    const MatrixXd a = any_matrix(9, inner, bits);
    const MatrixXd b = any_matrix(inner, 11, bits);
    expect_holds_product(product(a, b), a, b);
    expect_holds_product(product(IntervalMatrix(a), IntervalMatrix(b)), a, b);
  }
}

TEST(IntervalMatrix, ProductsWithAnExactFactorAreThoseWithRadiiOfZero) {
  std::mt19937_64 bits(4);
  const MatrixXd a = any_matrix(4, 6, bits), b = any_matrix(6, 3, bits);
  const IntervalMatrix wide_a(a, 0.125 * a.cwiseAbs()), wide_b(b, 0.25 * b.cwiseAbs());
  const auto expect_same = [](const IntervalMatrix& found, const IntervalMatrix& expected) {
    EXPECT_EQ(found.midpoint, expected.midpoint);
    EXPECT_EQ(found.radius, expected.radius);
  };
  expect_same(product(wide_a, b), product(wide_a, IntervalMatrix(b)));
  expect_same(product(a, wide_b), product(IntervalMatrix(a), wide_b));
  EXPECT_THROW(product(wide_a, a), std::invalid_argument);
  EXPECT_THROW(product(b, wide_b), std::invalid_argument);
}

TEST(IntervalMatrix, ProductsThatUnderflowAreStillHeld) {
  std::mt19937_64 bits(2);
  const MatrixXd a = 0x1p-540 * any_matrix(5, 40, bits);
  const MatrixXd b = 0x1p-530 * any_matrix(40, 5, bits);
  expect_holds_product(product(a, b), a, b);
}

TEST(IntervalMatrix, ProductsHoldTheProductOfTheCornersOfTheirFactors) {
  std::mt19937_64 bits(3);
  const MatrixXd a = any_matrix(4, 6, bits);
  const MatrixXd b = any_matrix(6, 3, bits);
  const IntervalMatrix wide_a(a, 0.125 * a.cwiseAbs());
  const IntervalMatrix wide_b(b, 0.25 * b.cwiseAbs());
  const IntervalMatrix c = product(wide_a, wide_b);
  for (int trial = 0; trial < 50; ++trial) {
    MatrixXd corner_a = a;
    MatrixXd corner_b = b;
    for (double& x : corner_a.reshaped()) x *= bits() % 2 == 0 ? 1.125 : 0.875;
    for (double& x : corner_b.reshaped()) x *= bits() % 2 == 0 ? 1.25 : 0.75;
    expect_holds_product(c, corner_a, corner_b);
  }
}

TEST(IntervalMatrix, TheErrorOfAnExactProductIsAFewRoundingsPerTerm) {
  const MatrixXd ones = MatrixXd::Ones(100, 100);
  // 100 terms of 1, each with one unit roundoff, and a margin of a quarter.
  constexpr double rounding_per_term = 1.25 * 0x1p-53;
  EXPECT_LE(product(ones, ones).radius.maxCoeff(), 100 * 100 * rounding_per_term);
}

TEST(IntervalMatrix, AGramMatrixIsSymmetricToTheBit) {
  std::mt19937_64 bits(4);
  const MatrixXd a = any_matrix(13, 200, bits);
  const IntervalMatrix g = gram(a);
  EXPECT_EQ(g.midpoint, g.midpoint.transpose());
  EXPECT_EQ(g.radius, g.radius.transpose());
  expect_holds_product(g, a, a.transpose());
}

TEST(IntervalMatrix, SumsAndDifferencesHoldTheExactOnes) {
  std::mt19937_64 bits(5);
  const MatrixXd a = any_matrix(8, 8, bits);
  const MatrixXd b = any_matrix(8, 8, bits);
  const IntervalMatrix sum = IntervalMatrix(a) + IntervalMatrix(b);
  const IntervalMatrix difference = IntervalMatrix(a) - IntervalMatrix(b);
  for (Index i = 0; i < 64; ++i) {
    const Rational x(a.reshaped()(i));
    const Rational y(b.reshaped()(i));
    EXPECT_LE(abs(Rational(sum.midpoint.reshaped()(i)) - (x + y)), sum.radius.reshaped()(i));
    EXPECT_LE(abs(Rational(difference.midpoint.reshaped()(i)) - (x - y)),
              difference.radius.reshaped()(i));
  }
}

TEST(IntervalMatrix, NormsBoundThoseOfEveryElement) {
  MatrixXd a(2, 2);
  a << 3, 0, 0, -4;
  EXPECT_GE(frobenius_norm_upper_bound(a), 5);
  EXPECT_LE(frobenius_norm_upper_bound(a), next_up(next_up(5.0)));
  EXPECT_GE(operator_norm_upper_bound(a), 4);
  EXPECT_LE(operator_norm_upper_bound(a), next_up(next_up(4.0)));
  const IntervalMatrix wide(a, MatrixXd::Ones(2, 2));
  EXPECT_GE(operator_norm_upper_bound(wide), operator_norm_upper_bound(MatrixXd(a.array() - 1)));
}

TEST(IntervalMatrix, EntriesAreSetAndReadAsIntervals) {
  IntervalMatrix a(2, 3);
  a.set(1, 2, Interval(0.1, 0.3));
  EXPECT_TRUE(a(1, 2).contains(Interval(0.1, 0.3)));
  EXPECT_TRUE(a.transpose()(2, 1).contains(Interval(0.1, 0.3)));
}

TEST(IntervalMatrix, ShapesThatDoNotFitAreRefused) {
  EXPECT_THROW(product(MatrixXd::Ones(2, 3), MatrixXd::Ones(2, 3)), std::invalid_argument);
  EXPECT_THROW(IntervalMatrix(2, 3) + IntervalMatrix(3, 2), std::invalid_argument);
  EXPECT_THROW(IntervalMatrix(MatrixXd::Ones(1, 1), -MatrixXd::Ones(1, 1)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::rigor::interval_matrix_test
