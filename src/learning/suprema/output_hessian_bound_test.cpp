#include "learning/suprema/output_hessian_bound.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "learning/curvature/output_hessian.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "learning/spectra/singular_values.hpp"
#include "learning/suprema/ball_search.hpp"

namespace asymptest::learning::output_hessian_bound_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::MatrixXd;
using Eigen::VectorXd;

Stream bound_stream(std::uint64_t trial) {
  return Stream({.suite_seed = 10, .claim = "hessian bound", .point = "", .trial = trial});
}

VectorXd bound_input() { return VectorXd{{1.3, -0.6, 0.4}}; }

Network bound_network(std::vector<Eigen::Index> widths, Activation activation,
                      std::uint64_t trial) {
  return initialise({.widths = std::move(widths), .activation = activation}, bound_stream(trial));
}

TEST(OperatorNormBound, LiesWithinOnePerCentAboveTheLargestSingularValue) {
  constexpr double documented_slack = 1.01;
  for (const Eigen::Index rows : {1, 7, 60}) {
    for (const Eigen::Index columns : {1, 12, 60}) {
      MatrixXd matrix(rows, columns);
      Stream random = bound_stream(static_cast<std::uint64_t>(100 * rows + columns));
      random.fill_normal({matrix.data(), static_cast<std::size_t>(matrix.size())});
      const double exact = singular_values(matrix)[0], bound = operator_norm_bound(matrix);
      constexpr double rounding = 1e-14;  // a norm of at most 60 numbers
      EXPECT_GE(bound, exact * (1 - rounding)) << rows << " x " << columns;
      EXPECT_LE(bound, exact * documented_slack) << rows << " x " << columns;
    }
  }
}

TEST(OutputHessianBound, IsAboveEveryHessianThatARandomSearchOfTheBallFinds) {
  constexpr double radius = 0.5;
  for (const auto& widths : {std::vector<Eigen::Index>{3, 4}, {3, 3, 3}, {2, 2, 2, 2}}) {
    for (const Activation activation : {Activation::tanh, Activation::softplus}) {
      const Network network = bound_network(widths, activation, 1);
      const VectorXd input = bound_input().head(widths[0]);
      const auto norm = [&](const Network& moved) {
        return output_hessian_norm(moved, input, bound_stream(2));
      };
      const double found = ball_search(network, radius, norm, bound_stream(3), 1);
      EXPECT_LE(found, output_hessian_bound(network, input, radius))
          << widths.size() - 1 << " hidden layers";
    }
  }
}

TEST(OutputHessianBound, IsWithinAFactorOfTheExactSupremumOfOneHiddenLayer) {
  for (const double radius : {0.0, 0.5, 2.0}) {
    for (const Activation activation : {Activation::tanh, Activation::erf}) {
      const Network network = bound_network({3, 200}, activation, 4);
      const double exact = shallow_hessian_supremum(network, bound_input(), radius);
      const double bound = output_hessian_bound(network, bound_input(), radius);
      EXPECT_GE(bound, exact) << radius;
      // At R = 0 the bound adds the norms of blocks that do not meet in one neuron; the ball adds
      // R·|x| to every preactivation at once.
      constexpr double looseness = 4;
      EXPECT_LE(bound, looseness * exact) << radius;
    }
  }
}

TEST(OutputHessianBound, OfOneNeuronAtRadiusZeroIsItsBlockNormAtTheLargestDerivatives) {
  const Network network = bound_network({3, 1}, Activation::tanh, 5);
  const double k = network.architecture.scale(0) * bound_input().norm();
  const double v = std::abs(network.weights[1](0, 0));
  // A = 4/√27 in the curvature and B = 1 in ḣ.
  const double expected = block_norm(v * 4 / std::sqrt(27) * k * k, k);
  EXPECT_DOUBLE_EQ(output_hessian_bound(network, bound_input(), 0), expected);
}

TEST(OutputHessianBounds, AreThoseOfTheInputsOneByOne) {
  const Network network = bound_network({3, 9, 7}, Activation::softplus, 7);
  MatrixXd inputs(3, 2);
  inputs << bound_input(), -0.3 * bound_input();
  const VectorXd bounds = output_hessian_bounds(network, inputs, 0.5);
  for (Eigen::Index i = 0; i < 2; ++i) {
    EXPECT_EQ(bounds[i], output_hessian_bound(network, inputs.col(i), 0.5));
  }
}

TEST(OutputHessianBound, RefusesWhatItDoesNotCover) {
  const Network network = bound_network({3, 4}, Activation::tanh, 6);
  EXPECT_THAT([&] { output_hessian_bound(network, bound_input(), -1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is -1,")));
  EXPECT_THAT([&] { operator_norm_bound(MatrixXd::Constant(3, 3, NAN)); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("matrix of operator_norm_bound has the entry nan at (0, 0)")));
  EXPECT_THAT(
      [&] { operator_norm_bound(MatrixXd(0, 3)); },
      ThrowsMessage<std::invalid_argument>(HasSubstr("matrix of operator_norm_bound is 0 x 3")));
  EXPECT_THAT([&] { output_hessian_bound(network, bound_input(), INFINITY); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is inf")));
  EXPECT_THAT([&] { output_hessian_bound(network, VectorXd::Ones(2), 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("inputs are 2 x 1, expected 3 rows")));
  EXPECT_THAT(
      [&] {
        output_hessian_bound(bound_network({3, 4}, Activation::relu, 6), bound_input(), 1);
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("activation is relu")));
  Network nonlinear = network;
  nonlinear.architecture.output = Activation::softplus;
  EXPECT_THAT([&] { output_hessian_bound(nonlinear, bound_input(), 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("output of the network is softplus")));
}

}  // namespace
}  // namespace asymptest::learning::output_hessian_bound_test
