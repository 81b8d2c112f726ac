#include "rigor/matrices/eigenvalue_bound.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>

#include "rigor/arithmetic/elementary.hpp"

namespace asymptest::rigor::eigenvalue_bound_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Sylvester's matrix of order n, a power of two: entries ±1, H Hᵀ = n I.
MatrixXd hadamard(Index n) {
  MatrixXd h = MatrixXd::Ones(1, 1);
  while (h.rows() < n) {
    MatrixXd twice(2 * h.rows(), 2 * h.rows());
    twice << h, h, h, -h;
    h = twice;
  }
  return h;
}

/// A dense symmetric matrix whose eigenvalues are exactly the given integers: H diag(d) Hᵀ / n has
/// entries that are sums of integers over a power of two, so no rounding occurs.
MatrixXd with_spectrum(const VectorXd& d) {
  const MatrixXd h = hadamard(d.size());
  return h * d.asDiagonal() * h.transpose() / static_cast<double>(d.size());
}

VectorXd integers(Index n, int smallest, int largest, unsigned seed) {
  std::mt19937_64 bits(seed);
  std::uniform_int_distribution<int> any(smallest, largest);
  VectorXd d = VectorXd::NullaryExpr(n, [&] { return static_cast<double>(any(bits)); });
  std::sort(d.begin(), d.end());
  return d;
}

/// What a Cholesky proof loses: n roundings of the trace, a few times over.
double loss(const MatrixXd& a) {
  return 16 * static_cast<double>(a.rows()) * 0x1p-53 * a.diagonal().cwiseAbs().sum();
}

TEST(EigenvalueBound, BoundsLieOnTheRightSideOfExactEigenvaluesAndClose) {
  // Lanczos takes ten steps, which resolve λ_min of these spectra to a hundredth.
  constexpr double resolved = 0.01;
  for (const Index n : {2, 8, 64, 256}) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
      const VectorXd d = integers(n, 3, 1000, seed);
      const MatrixXd a = with_spectrum(d);
      const double lower = smallest_eigenvalue_lower_bound(a);
      EXPECT_LE(lower, d(0)) << n;
      EXPECT_GE(lower, d(0) * (1 - resolved) - loss(a)) << n;
      const double upper = largest_eigenvalue_upper_bound(a);
      EXPECT_GE(upper, d(n - 1)) << n;
      EXPECT_LE(upper, d(n - 1) + 2 * loss(a)) << n;
    }
  }
}

TEST(EigenvalueBound, IndefiniteAndSingularMatricesGetNegativeBounds) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const VectorXd d = integers(32, -50, 50, seed);
    const MatrixXd a = with_spectrum(d);
    EXPECT_LE(smallest_eigenvalue_lower_bound(a), d(0));
    EXPECT_GE(smallest_eigenvalue_lower_bound(a), d(0) * (1 + 0x1p-8) - loss(a));
    VectorXd singular = integers(32, 1, 50, seed);
    singular(0) = 0;
    EXPECT_LE(smallest_eigenvalue_lower_bound(with_spectrum(singular)), 0);
  }
}

TEST(EigenvalueBound, AFalseBoundIsNeverProvedHoweverCloseToTheTruth) {
  const VectorXd d = integers(128, 5, 100, 1);
  const MatrixXd a = with_spectrum(d);
  EXPECT_FALSE(is_at_least(a, next_up(d(0))));
  EXPECT_FALSE(is_at_least(a, d(0) * (1 + 1e-15)));
  EXPECT_TRUE(is_at_least(a, d(0) - loss(a)));
}

/// Scaled Hilbert matrices are the classical trap: λ_min of order 12 is 1e-17 of λ_max, far below
/// rounding. A factorisation of the matrix itself would succeed for some of them.
TEST(EigenvalueBound, NothingIsProvedBelowTheRoundingOfAnIllConditionedMatrix) {
  for (const Index n : {11, 12, 13, 14}) {
    const MatrixXd hilbert = MatrixXd::NullaryExpr(
        n, n, [](Index i, Index j) { return 1 / static_cast<double>(i + j + 1); });
    EXPECT_FALSE(is_at_least(hilbert, 0x1p-53));
  }
}

TEST(EigenvalueBound, ARadiusLowersTheBoundByItsNorm) {
  const VectorXd d = integers(16, 10, 20, 2);
  const MatrixXd a = with_spectrum(d);
  const IntervalMatrix wide(a, MatrixXd::Constant(16, 16, 0.125));
  // The worst matrix within is a − 0.125·(ones): its smallest eigenvalue may be lower by 2.
  EXPECT_LE(smallest_eigenvalue_lower_bound(wide), smallest_eigenvalue_lower_bound(a) - 2);
  EXPECT_GE(largest_eigenvalue_upper_bound(wide), d(15) + 2);
}

TEST(EigenvalueBound, SingularValuesOfATallAndOfAWideMatrixAreBounded) {
  // Columns of a Hadamard matrix, scaled: singular values 8·(1 … 5) exactly.
  MatrixXd tall = hadamard(64).leftCols(5);
  for (Index j = 0; j < 5; ++j) tall.col(j) *= static_cast<double>(j + 1);
  for (const MatrixXd& a : {tall, MatrixXd(tall.transpose())}) {
    EXPECT_LE(smallest_singular_value_lower_bound(a), 8);
    EXPECT_GE(smallest_singular_value_lower_bound(a), 8 - loss(a * a.transpose()));
    EXPECT_GE(largest_singular_value_upper_bound(a), 40);
    EXPECT_LE(largest_singular_value_upper_bound(a), 40 + loss(a * a.transpose()));
  }
}

TEST(EigenvalueBound, TheSpectrumEnclosesExactEigenvaluesInOrder) {
  for (const Index n : {1, 4, 64}) {
    const VectorXd d = integers(n, -20, 20, 3);
    const MatrixXd a = with_spectrum(d);
    const std::vector<Interval> found = spectrum(a);
    ASSERT_EQ(static_cast<Index>(found.size()), n);
    for (Index k = 0; k < n; ++k) {
      EXPECT_TRUE(found[static_cast<std::size_t>(k)].contains(d(k))) << k;
      EXPECT_LE(found[static_cast<std::size_t>(k)].width(), 1e3 * loss(a)) << k;
    }
  }
}

/// The second difference matrix has the eigenvalues 2 − 2 cos(kπ/(n+1)); the cosine is −sin of a
/// shift, here from cos x = 1 − 2 sin²(x/2) with a library sine that errs by an ulp.
TEST(EigenvalueBound, TheSpectrumOfTheSecondDifferenceIsTheKnownOne) {
  constexpr Index n = 40;
  constexpr double library_error = 8 * 0x1p-53;
  MatrixXd a = 2 * MatrixXd::Identity(n, n);
  a.diagonal(1).setConstant(-1);
  a.diagonal(-1).setConstant(-1);
  const std::vector<Interval> found = spectrum(a);
  for (Index k = 0; k < n; ++k) {
    const double sine = std::sin(static_cast<double>(k + 1) * M_PI / (2 * (n + 1)));
    const double value = 4 * sine * sine;
    EXPECT_LE(found[static_cast<std::size_t>(k)].lower(), value * (1 + library_error));
    EXPECT_GE(found[static_cast<std::size_t>(k)].upper(), value * (1 - library_error));
  }
}

TEST(EigenvalueBound, MatricesThatHaveNoEigenvaluesAreRefused) {
  EXPECT_THROW(smallest_eigenvalue_lower_bound(MatrixXd(2, 3)), std::invalid_argument);
  EXPECT_THROW(smallest_eigenvalue_lower_bound(MatrixXd(0, 0)), std::invalid_argument);
  EXPECT_THROW(spectrum(MatrixXd::Constant(2, 2, NAN)), std::invalid_argument);
}

/// Of norm 1: a diagonal of random entries, one of them 1, between two reflections.
MatrixXd of_norm_one(Index rows, Index cols) {
  MatrixXd a = MatrixXd::Zero(rows, cols);
  a.diagonal() = VectorXd::Random(std::min(rows, cols));
  a(1, 1) = 1;
  const VectorXd left = VectorXd::Random(rows).normalized();
  const VectorXd right = VectorXd::Random(cols).normalized();
  a -= 2 * left * (left.transpose() * a);
  a -= 2 * (a * right) * right.transpose();
  return a;
}

/// Orders on both sides of where the bound turns from all eigenvalues to the power method.
TEST(EigenvalueBound, TheNormOfAPlainMatrixIsBoundedFromAboveAndClosely) {
  std::srand(5);
  constexpr double reflected = 64 * std::numeric_limits<double>::epsilon();  // rounded twice
  for (const Eigen::Index order : {3, 200, 300}) {
    for (const Eigen::Index other : {order, 2 * order}) {
      for (const bool transposed : {false, true}) {
        MatrixXd a = of_norm_one(order, other);
        if (transposed) a.transposeInPlace();
        const double bound = largest_singular_value_upper_bound(a);
        // Beyond all eigenvalues, a few n 2^-53 tr(A Aᵀ)/λ_max; by the power method, 2^-7 of it.
        const double slack = order > 256 ? 0.01 : 1e-11;
        EXPECT_GE(bound, 1 - reflected) << order << " x " << other;
        EXPECT_LE(bound, 1 + slack) << order << " x " << other;
      }
    }
  }
  EXPECT_THROW(largest_singular_value_upper_bound(Eigen::MatrixXd()), std::invalid_argument);
}

/// 2^20 squares of 2^-14 are 64, and are lost beside 2^52 one block of the product after another:
/// 64 roundings of the norm, where a Cholesky proof of order 1 leaves a few.
TEST(EigenvalueBound, TheNormOfAPlainMatrixIsNotBelowWhatItsGramMatrixLoses) {
  constexpr Index lost = 1 << 20;
  MatrixXd column = MatrixXd::Constant(1 + lost, 1, 0x1p-7);
  column(0) = 0x1p26;
  for (const MatrixXd& a : {column, MatrixXd(column.transpose())}) {
    const double bound = largest_singular_value_upper_bound(a);
    EXPECT_GE(bound, sqrt_down(0x1p52 + 64));
    EXPECT_LE(bound, 0x1p26 * (1 + 2 * lost * 0x1p-53));
  }
}

}  // namespace
}  // namespace asymptest::rigor::eigenvalue_bound_test
