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

/// Far from the centre R outweighs the weights, and the supremum is that of the last weight moved
/// by R: a bound that forgets R there, or anywhere before, is not above it.
TEST(OutputHessianBound, OfFewNeuronsIsSharpWhereTheRadiusOutweighsTheWeights) {
  for (const Eigen::Index neurons : {1, 2}) {
    const Network network = bound_network({3, neurons}, Activation::tanh, 8);
    constexpr double radius = 1e4;
    const double exact = shallow_hessian_supremum(network, bound_input(), radius);
    const double bound = output_hessian_bound(network, bound_input(), radius);
    EXPECT_GE(bound, exact) << neurons;
    constexpr double share_of_the_rest = 1e-3;  // the weights, some 1, beside R
    EXPECT_LE(bound, (1 + share_of_the_rest) * exact) << neurons;
  }
}

/// Of one neuron in each of two hidden layers, f = v tanh(u tanh(w x)), every estimate of the
/// header in plain numbers; A = max |tanh''|, and |tanh'| <= 1.
double bound_of_a_chain(double w, double u, double v, double x, double radius) {
  const double largest_curvature = 4 / std::sqrt(27);
  const double h1 = std::tanh(w * x), z2 = u * h1;
  const double u_most = std::abs(u) + radius, v_most = std::abs(v) + radius;
  const double z1_moves = radius * std::abs(x), h1_moves = z1_moves;
  const double z2_moves = u_most * h1_moves + radius * std::abs(h1);
  const double delta2 = std::abs(v) * (1 - std::tanh(z2) * std::tanh(z2));
  const double delta2_moves = radius + largest_curvature * z2_moves * std::abs(v);
  const double b1 = std::abs(u) * delta2 + u_most * delta2_moves + radius * delta2;
  const double h1_most = std::abs(h1) + h1_moves;
  // The rates of z1 and z2 as forms in (|dw|, |du|, |dv|).
  const Eigen::Vector3d rate1(std::abs(x), 0, 0);
  const Eigen::Vector3d rate2(u_most * std::abs(x), h1_most, 0);
  Eigen::Matrix3d form = b1 * largest_curvature * rate1 * rate1.transpose() +
                         v_most * largest_curvature * rate2 * rate2.transpose();
  form(0, 1) += (delta2 + delta2_moves) * std::abs(x);
  form(0, 2) += rate2(0);
  form(1, 2) += rate2(1);
  form(1, 0) = form(0, 1);
  form(2, 0) = form(0, 2);
  form(2, 1) = form(1, 2);
  return singular_values(form)[0];  // entries >= 0: the largest eigenvalue is the norm
}

TEST(OutputHessianBound, OfAChainIsTheEstimatesInPlainNumbers) {
  const double x = 0.8;
  for (const std::uint64_t trial : {11, 12, 13}) {
    const Network network = bound_network({1, 1, 1}, Activation::tanh, trial);
    const double w = network.weights[0](0, 0), u = network.weights[1](0, 0),
                 v = network.weights[2](0, 0);
    for (const double radius : {0.0, 0.01, 1.0, 100.0}) {
      const double expected = bound_of_a_chain(w, u, v, x, radius);
      constexpr double rounding = 1e-13;  // some hundred operations on numbers of one sign
      EXPECT_NEAR(output_hessian_bound(network, VectorXd{{x}}, radius) / expected, 1, rounding)
          << radius;
    }
  }
}

TEST(OutputHessianBound, OfAChainIsAboveWhatASearchFindsAtAnyRadius) {
  const VectorXd input{{0.8}};
  for (const double radius : {0.3, 3.0, 30.0}) {
    const Network network = bound_network({1, 1, 1}, Activation::tanh, 14);
    const auto norm = [&](const Network& moved) {
      return output_hessian_norm(moved, input, bound_stream(15));
    };
    const double found = ball_search(network, radius, norm, bound_stream(16), 1);
    EXPECT_LE(found, output_hessian_bound(network, input, radius)) << radius;
  }
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
