#include "asymptest/linear_algebra/cholesky.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::cholesky_test {
namespace {

using Eigen::MatrixXd;

/// A few ε times the entries, which are near 1.
constexpr double rounding = 1e-14;

/// LLᵀ by hand of L = (2 0; 1 3), with something else above the diagonal, which is not to be read.
MatrixXd four_two_ten() { return MatrixXd{{4, 99}, {2, 10}}; }

double difference(const MatrixXd& a, const MatrixXd& b) { return (a - b).cwiseAbs().maxCoeff(); }

TEST(Cholesky, FindsTheFactorOfTheLowerTriangle) {
  const Cholesky factors(four_two_ten());
  EXPECT_TRUE(factors.complete());
  EXPECT_LE(difference(factors.factor(), MatrixXd{{2, 0}, {1, 3}}), rounding);
}

TEST(Cholesky, SolvesFromEachSide) {
  const Cholesky factors(four_two_ten());
  // A(1, 2)ᵀ = (8, 22)ᵀ; L(1, 2)ᵀ = (2, 7)ᵀ; Lᵀ(1, 2)ᵀ = (4, 6)ᵀ; (1, 2)Lᵀ = (2, 7).
  const MatrixXd column{{1}, {2}};
  EXPECT_LE(difference(factors.solve(MatrixXd{{8}, {22}}), column), rounding);
  MatrixXd lower{{2}, {7}}, upper{{4}, {6}}, row{{2, 7}};
  factors.solve_lower(lower);
  factors.solve_upper(upper);
  factors.solve_upper_from_the_right(row);
  EXPECT_LE(difference(lower, column), rounding);
  EXPECT_LE(difference(upper, column), rounding);
  EXPECT_LE(difference(row, column.transpose()), rounding);
}

TEST(Cholesky, IsIncompleteForAnIndefiniteMatrix) {
  EXPECT_FALSE(Cholesky(MatrixXd{{1, 2}, {2, 1}}).complete());
}

TEST(Cholesky, NamesTheShapeOfAMatrixThatIsNotSquare) {
  try {
    const Cholesky factors(MatrixXd::Zero(2, 3));
    FAIL() << "expected an exception";
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(),
                 "Cholesky factorisation of a 2 x 3 matrix: expected a square one, not empty");
  }
}

TEST(PivotedSolve, SolvesWhatIsSingularAndConsistent) {
  const MatrixXd singular{{1, 1}, {1, 1}};
  const MatrixXd solution = pivoted_solve(singular, MatrixXd{{2}, {2}});
  EXPECT_LE(difference(singular * solution, MatrixXd{{2}, {2}}), rounding);
  EXPECT_THROW(pivoted_solve(MatrixXd(0, 0), MatrixXd(0, 1)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::cholesky_test
