#include "rigor/matrices/eigenvalue_guess.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::rigor::eigenvalue_guess_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// H diag(d) H for the reflection H of a vector: the eigenvalues are d, to a few roundings.
MatrixXd with_spectrum(const VectorXd& d) {
  const Index n = d.size();
  const VectorXd v = VectorXd::LinSpaced(n, 1, 2).normalized();
  const MatrixXd reflection = MatrixXd::Identity(n, n) - 2 * v * v.transpose();
  return reflection * d.asDiagonal() * reflection;
}

/// From 1 up to the condition number, evenly in the logarithm, so that the ends lie apart.
VectorXd spread(Index n, double condition) {
  return VectorXd::LinSpaced(n, 0, std::log(condition)).array().exp();
}

constexpr double few_percent = 0.03;  // of λ_min: what ten steps resolve of these spectra

TEST(EigenvalueGuess, LiesALittleBelowTheSmallestInEitherPrecision) {
  // Single precision has 7 digits: it carries the first two conditions, and not the others.
  for (const double condition : {10.0, 1e3, 1e7, 1e11}) {
    const EigenvalueGuess guess = guess_smallest_eigenvalue(with_spectrum(spread(120, condition)));
    EXPECT_LE(guess.value, 1 + 16 * condition * 0x1p-53) << condition;
    EXPECT_GE(guess.value, 1 - few_percent) << condition;
    EXPECT_LE(guess.doubt, 0x1p-9) << condition;
  }
}

TEST(EigenvalueGuess, IsInNoUnit) {
  const MatrixXd a = with_spectrum(spread(100, 50));
  const double value = guess_smallest_eigenvalue(a).value;
  for (const int e : {-900, -200, 200, 900}) {
    const double unit = std::ldexp(1.0, e);
    EXPECT_EQ(guess_smallest_eigenvalue(unit * a).value, unit * value) << e;
  }
}

TEST(EigenvalueGuess, FindsANegativeOne) {
  VectorXd d = spread(80, 30);
  d(7) = -2;
  constexpr double rounding = 1e-12;
  EXPECT_NEAR(guess_smallest_eigenvalue(with_spectrum(d)).value, -2, rounding);
  EXPECT_NEAR(guess_by_eigensolver(with_spectrum(d)).value, -2, rounding);
}

TEST(ScatteredVector, IsAUnitVectorOfUnlikeEntries) {
  constexpr double rounding = 1e-14;
  const VectorXd v = scattered_vector(500);
  EXPECT_NEAR(v.norm(), 1, rounding);
  EXPECT_LT(v.cwiseAbs().maxCoeff(), 0.1);  // uniform entries: √3/√500 at most
  EXPECT_LT(std::abs(v.sum()), 4);          // a standard deviation is 1
}

}  // namespace
}  // namespace asymptest::rigor::eigenvalue_guess_test
