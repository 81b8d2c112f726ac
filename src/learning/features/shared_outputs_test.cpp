#include "learning/features/shared_outputs.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::learning::shared_outputs_test {
namespace {

SharedUnits random_units(SharedUnits::Unit unit, Stream& random) {
  return {unit, gaussian_design(3, 2, 1, random), gaussian_design(4, 3, 1, random)};
}

/// Unit j's weights in the order of the Jacobian's columns.
double& weight(SharedUnits& network, Eigen::Index column) {
  const Eigen::Index d = network.inner.cols(), k = network.outer.rows();
  const Eigen::Index j = column / (d + k), within = column % (d + k);
  return within < d ? network.inner(j, within) : network.outer(within - d, j);
}

TEST(SharedJacobian, HoldsDifferenceQuotients) {
  Stream random({.suite_seed = 1, .claim = "shared-outputs"});
  const Eigen::MatrixXd points = gaussian_design(5, 2, 1, random);
  for (const auto unit : {SharedUnits::Unit::tanh, SharedUnits::Unit::signed_square}) {
    SharedUnits network = random_units(unit, random);
    const Eigen::MatrixXd jacobian = shared_jacobian(network, points);
    ASSERT_EQ(jacobian.rows(), 20);
    ASSERT_EQ(jacobian.cols(), 18);
    for (Eigen::Index column = 0; column < 18; ++column) {
      constexpr double step = 1e-5;
      double& w = weight(network, column);
      w += step;
      const Eigen::VectorXd after = shared_outputs(network, points);
      w -= 2 * step;
      const Eigen::VectorXd quotient = (after - shared_outputs(network, points)) / (2 * step);
      w += step;
      EXPECT_LT((jacobian.col(column) - quotient).cwiseAbs().maxCoeff(), 1e-7) << column;
    }
  }
}

TEST(SharedOutputs, AreThoseOfEachPointByHand) {
  const SharedUnits network{SharedUnits::Unit::signed_square, Eigen::MatrixXd::Constant(1, 1, -2),
                            Eigen::Vector2d(1, 3)};
  const Eigen::VectorXd outputs = shared_outputs(network, Eigen::Vector2d(1, -1));
  EXPECT_EQ(outputs, Eigen::Vector4d(-4, -12, 4, 12));
  EXPECT_THROW(shared_outputs(network, Eigen::MatrixXd::Ones(2, 2)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::shared_outputs_test
