#include "asymptest/linear_algebra/orthogonal.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::orthogonal_test {
namespace {

using Eigen::MatrixXd;

/// A few ε times the entries, which are below 10.
constexpr double rounding = 1e-14;

/// Columns of length 3 and 3√2 after the first is taken out.
MatrixXd tall() { return MatrixXd{{1, 3}, {2, 0}, {2, 6}}; }

double difference(const MatrixXd& a, const MatrixXd& b) { return (a - b).cwiseAbs().maxCoeff(); }

TEST(Triangularised, HasTheGramMatrixOfItsColumns) {
  const MatrixXd triangle = triangle_of(tall());
  EXPECT_LE(difference(triangle.transpose() * triangle, tall().transpose() * tall()),
            10 * rounding);
  EXPECT_EQ(triangle(1, 0), 0);
}

TEST(Triangularised, TurnsTheRightSideAlong) {
  // R⁻¹ of the rotated side solves the least-squares problem; here it has an exact solution.
  const MatrixXd wanted{{1}, {-2}};
  const Triangularised qr = triangularised(tall(), tall() * wanted);
  EXPECT_LE(difference(inverse_of_triangle(qr.triangle) * qr.rotated, wanted), rounding);
  EXPECT_EQ(qr.rotated.rows(), 2);
}

TEST(OrthonormalColumns, AreAnOrthonormalBasisOfTheSpan) {
  const MatrixXd basis = orthonormal_columns(tall());
  EXPECT_LE(difference(basis.transpose() * basis, MatrixXd::Identity(2, 2)), rounding);
  EXPECT_LE(difference(basis * basis.transpose() * tall(), tall()), 10 * rounding);
}

TEST(InverseOfTriangle, ReadsNothingBelowTheDiagonal) {
  EXPECT_LE(difference(inverse_of_triangle(MatrixXd{{2, 1}, {99, 4}}),
                       MatrixXd{{0.5, -0.125}, {0, 0.25}}),
            rounding);
}

TEST(LeastNorm, TakesTheShortestOfManySolutions) {
  const MatrixXd wide{{1, 1}};
  EXPECT_LE(difference(least_squares_of_least_norm(wide, MatrixXd{{2}}), MatrixXd{{1}, {1}}),
            rounding);
  const MatrixXd dependent{{1, 1}, {1, 1}, {0, 0}};
  EXPECT_LE(difference(least_squares_of_least_norm(dependent, MatrixXd{{1}, {3}, {7}}),
                       MatrixXd{{1}, {1}}),
            rounding);
}

TEST(Orthogonal, NamesShapesThatDoNotFit) {
  EXPECT_THROW(triangle_of(MatrixXd::Zero(2, 3)), std::invalid_argument);
  EXPECT_THROW(least_squares_of_least_norm(tall(), MatrixXd::Zero(2, 1)), std::invalid_argument);
  EXPECT_THROW(triangularised(tall(), MatrixXd::Zero(4, 1)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::orthogonal_test
