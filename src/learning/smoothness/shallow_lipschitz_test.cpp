#include "learning/smoothness/shallow_lipschitz.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::shallow_lipschitz_test {
namespace {

constexpr double rounding = 1e-12;

Eigen::MatrixXd normals(Eigen::Index rows, Eigen::Index columns, std::uint64_t trial) {
  Stream random({.suite_seed = 1, .claim = "shallow", .point = "", .trial = trial});
  Eigen::MatrixXd drawn(rows, columns);
  random.fill_normal({drawn.data(), static_cast<std::size_t>(drawn.size())});
  return drawn;
}

/// ‖Σ s_k v_k‖ for the corner with these bits.
double norm_at(const Eigen::MatrixXd& slopes, unsigned bits) {
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(slopes.cols());
  for (Eigen::Index k = 0; k < slopes.rows(); ++k) {
    if (bits >> k & 1U) sum += slopes.row(k).transpose();
  }
  return sum.norm();
}

TEST(ExactShallowLipschitz, IsTheLargestOfAllCorners) {
  for (std::uint64_t trial = 0; trial < 5; ++trial) {
    const Eigen::MatrixXd slopes = normals(7, 9, trial);
    double largest = 0;
    for (unsigned bits = 0; bits < 128; ++bits) largest = std::max(largest, norm_at(slopes, bits));
    EXPECT_NEAR(exact_shallow_lipschitz(slopes), largest, rounding * largest);
  }
}

TEST(ExactShallowLipschitz, IsApproachedByGradients) {
  // Σ a_k tanh⟨w_k, x⟩ with the w_k along the axes: x = 0 where s_k = 1, far out where 0.
  const Eigen::MatrixXd inner = 2 * Eigen::MatrixXd::Identity(3, 3);
  const Eigen::Vector3d outer(1, -2, 3), x = Eigen::Vector3d::Zero();
  const Eigen::VectorXd slopes_there = 1 - (inner * x).array().tanh().square();
  const double steepest = (inner.transpose() * outer.cwiseProduct(slopes_there)).norm();
  EXPECT_NEAR(exact_shallow_lipschitz(outer.asDiagonal() * inner), steepest, rounding * steepest);
}

TEST(ShallowLipschitz, OppositeUnitsCountOnce) {
  Eigen::MatrixXd slopes(2, 2);
  slopes << 3, 4, -3, -4;
  EXPECT_NEAR(exact_shallow_lipschitz(slopes), 5, rounding);
  EXPECT_NEAR(ascended_shallow_lipschitz(slopes), 5, rounding);
}

TEST(ShallowLipschitz, LiesBetweenAscentAndProduct) {
  for (std::uint64_t trial = 0; trial < 20; ++trial) {
    const Eigen::MatrixXd inner = normals(10, 12, trial);
    const Eigen::VectorXd outer = normals(10, 1, 100 + trial);
    const Eigen::MatrixXd slopes = outer.asDiagonal() * inner;
    const double exact = exact_shallow_lipschitz(slopes),
                 ascended = ascended_shallow_lipschitz(slopes);
    EXPECT_LE(ascended, exact * (1 + rounding));
    // No flip of one unit gains: a local maximum of a convex function over the cube.
    EXPECT_GT(ascended, 0.7 * exact);
    EXPECT_LE(exact, shallow_lipschitz_products(inner, outer)(0) * (1 + rounding));
  }
}

TEST(ShallowLipschitzProducts, AreAttainedByOrthogonalUnits) {
  const Eigen::MatrixXd inner = 2 * Eigen::MatrixXd::Identity(3, 5);
  EXPECT_NEAR(shallow_lipschitz_products(inner, Eigen::Vector3d(1, -2, 2))(0), 6, rounding);
  // And by one direction: the sum of the moduli.
  const Eigen::MatrixXd same = Eigen::MatrixXd::Ones(2, 1);
  EXPECT_NEAR(shallow_lipschitz_products(same, Eigen::Vector2d(1, 1))(0), 2, rounding);
}

TEST(ShallowLipschitz, RefusesOtherShapes) {
  using testing::HasSubstr;
  EXPECT_THAT([] { exact_shallow_lipschitz(Eigen::MatrixXd::Ones(21, 2)); },
              testing::ThrowsMessage<std::invalid_argument>(HasSubstr("21 units")));
  EXPECT_THAT([] { ascended_shallow_lipschitz(Eigen::MatrixXd(0, 2)); },
              testing::ThrowsMessage<std::invalid_argument>(HasSubstr("0 units")));
  EXPECT_THAT(
      [] { shallow_lipschitz_products(Eigen::MatrixXd::Ones(3, 2), Eigen::Vector2d(1, 1)); },
      testing::ThrowsMessage<std::invalid_argument>(HasSubstr("3 rows for 2")));
}

}  // namespace
}  // namespace asymptest::learning::shallow_lipschitz_test
