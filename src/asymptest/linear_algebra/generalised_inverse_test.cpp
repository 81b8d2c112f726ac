#include "asymptest/linear_algebra/generalised_inverse.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace asymptest::generalised_inverse_test {
namespace {

// Entries of order 10 and condition numbers below 100: a few hundred units in the last place.
constexpr double rounding = 1000 * std::numeric_limits<double>::epsilon();

TEST(GeneralisedInverse, IsTheKnownOneOfAStraightLine) {
  // Slope Σ(x − x̄)(y − ȳ)/Σ(x − x̄)², level ȳ − slope·x̄, at x = 0, 1, 2, 5: x̄ = 2, Σ(x − x̄)² = 14.
  Eigen::MatrixXd line(4, 2);
  line << 1, 0, 1, 1, 1, 2, 1, 5;
  Eigen::MatrixXd known(2, 4);
  known.row(1) << -2.0 / 14, -1.0 / 14, 0, 3.0 / 14;
  known.row(0) = Eigen::RowVectorXd::Constant(4, 0.25) - 2 * known.row(1);
  const auto inverse = generalised_inverse(line);
  ASSERT_TRUE(inverse.has_value());
  EXPECT_LE((*inverse - known).cwiseAbs().maxCoeff(), rounding);
}

TEST(GeneralisedInverse, HasRowsWhoseSquaredNormsAreTheVariances) {
  // (XᵀX)⁻¹ of X = (1 a; 0 1; 0 0) is (1 + a², −a; −a, 1).
  Eigen::MatrixXd matrix(3, 2);
  matrix << 1, 3, 0, 1, 0, 0;
  const auto inverse = generalised_inverse(matrix);
  ASSERT_TRUE(inverse.has_value());
  EXPECT_NEAR(inverse->row(0).squaredNorm(), 10, 10 * rounding);
  EXPECT_NEAR(inverse->row(1).squaredNorm(), 1, rounding);
}

TEST(GeneralisedInverse, InvertsASquareMatrixAndIgnoresWhatIsOrthogonalToATallOne) {
  const Eigen::MatrixXd matrix{{2, 1}, {1, 3}, {-1, 1}};
  const Eigen::MatrixXd square = matrix.topRows(2);
  EXPECT_LE((*generalised_inverse(square) * square - Eigen::MatrixXd::Identity(2, 2))
                .cwiseAbs()
                .maxCoeff(),
            rounding);
  const Eigen::Vector3d normal(4, -3, 5);  // the cross product of the columns
  EXPECT_LE((*generalised_inverse(matrix) * normal).cwiseAbs().maxCoeff(), rounding);
}

TEST(GeneralisedInverse, IsNoneOfDependentColumnsOrTooFewRows) {
  EXPECT_FALSE(generalised_inverse(Eigen::MatrixXd{{1, 2}, {2, 4}, {3, 6}}).has_value());
  EXPECT_FALSE(generalised_inverse(Eigen::MatrixXd{{1, 0, 1}, {0, 1, 2}}).has_value());
}

TEST(PivotedLeastSquares, IsTheInversesProduct) {
  const Eigen::MatrixXd matrix{{1, 0}, {1, 1}, {1, 2}, {1, 5}};
  const Eigen::VectorXd right{{3, -1, 4, 1}};
  const Eigen::VectorXd solution = pivoted_least_squares(matrix, right);
  EXPECT_LE((solution - *generalised_inverse(matrix) * right).cwiseAbs().maxCoeff(), rounding);
}

}  // namespace
}  // namespace asymptest::generalised_inverse_test
