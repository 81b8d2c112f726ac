#include "learning/suprema/shallow_linearisation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "learning/curvature/shallow_hessian.hpp"
#include "learning/suprema/ball_search.hpp"

namespace asymptest::learning::shallow_linearisation_test {
namespace {

using Eigen::VectorXd;

Stream error_stream(std::uint64_t trial) {
  return Stream({.suite_seed = 9, .claim = "linearisation", .point = "", .trial = trial});
}

/// |x|² is not d, so that every scale matters.
VectorXd error_input() { return VectorXd{{1.3, -0.6}}; }

Network error_network(Activation activation, Eigen::Index width, std::uint64_t trial) {
  Architecture architecture = uniform_architecture(2, width, 1);
  architecture.activation = activation;
  return initialise(architecture, error_stream(trial));
}

double searched(const Network& network, double radius, std::uint64_t trial) {
  const VectorXd origin = flatten(network.weights);
  const double start = outputs(network, error_input())[0];
  const VectorXd gradient = jacobian(network, error_input()).row(0);
  const auto error = [=](const Network& moved) {
    const double linear = start + gradient.dot(flatten(moved.weights) - origin);
    return std::abs(outputs(moved, error_input())[0] - linear);
  };
  return ball_search(network, radius, error, error_stream(trial).substream("search"), 30);
}

TEST(ShallowLinearisationError, IsWhatARandomSearchOfTheBallFinds) {
  // Random search stops short of the maximum: it has many local ones, about two a neuron.
  constexpr double search_error = 1e-3;
  for (const Activation activation : {Activation::tanh, Activation::erf, Activation::softplus}) {
    for (const double radius : {0.1, 0.5}) {
      const Network network = error_network(activation, 3, 1);
      const Bracket exact = shallow_linearisation_error(network, error_input(), radius);
      const double found = searched(network, radius, 1);
      EXPECT_LE(found, exact.upper * (1 + price_tolerance)) << name_of(activation) << radius;
      EXPECT_GE(found, exact.lower * (1 - search_error)) << name_of(activation) << radius;
    }
  }
}

TEST(ShallowLinearisationError, IsTightInSmallBalls) {
  // The documented gap at R ≤ ½.
  constexpr double documented_gap = 0.01;
  for (const Activation activation : {Activation::tanh, Activation::erf, Activation::softplus}) {
    for (std::uint64_t trial = 0; trial < 10; ++trial) {
      const Bracket exact =
          shallow_linearisation_error(error_network(activation, 200, trial), error_input(), 0.5);
      EXPECT_LE(exact.lower, exact.upper * (1 + price_tolerance));
      EXPECT_LE(exact.upper, exact.lower * (1 + documented_gap)) << name_of(activation) << trial;
    }
  }
}

TEST(ShallowLinearisationError, InATinyBallIsHalfTheHessiansNormTimesTheRadiusSquared) {
  constexpr double radius = 1e-3;
  // The third-order term is about R times a ratio of derivatives of order one.
  constexpr double third_order = 10 * radius;
  for (const Activation activation : {Activation::tanh, Activation::softplus}) {
    const Network network = error_network(activation, 50, 2);
    const double expected = radius * radius / 2 * shallow_hessian_norm(network, error_input());
    const Bracket exact = shallow_linearisation_error(network, error_input(), radius);
    EXPECT_NEAR(exact.lower / expected, 1, third_order) << name_of(activation);
    EXPECT_NEAR(exact.upper / expected, 1, third_order) << name_of(activation);
  }
}

TEST(ShallowLinearisationError, OfReluEnclosesWhatARandomSearchFinds) {
  for (std::uint64_t trial = 0; trial < 6; ++trial) {
    const Network network = error_network(Activation::relu, 4, trial);
    for (const double radius : {0.5, 1.0}) {
      const Bracket exact = shallow_linearisation_error(network, error_input(), radius);
      EXPECT_LE(searched(network, radius, trial), exact.upper * (1 + price_tolerance))
          << trial << " R=" << radius;
      EXPECT_LE(exact.lower, exact.upper) << trial << " R=" << radius;
    }
  }
  const Bracket wide =
      shallow_linearisation_error(error_network(Activation::relu, 2000, 1), error_input(), 1);
  // One of about 2000^(2/3) = 160 neurons that cross their kink.
  constexpr double one_neuron = 0.05;
  EXPECT_LE(wide.upper, wide.lower * (1 + one_neuron));
}

TEST(ShallowLinearisationError, OfASingleReluNeuronIsKnown) {
  // f = √(1/2)·v·relu(z): d = 2 and one neuron at z < 0. With v far above R the best is to cross
  // the kink straight: |v|·(R·k − |z|)/1, and the output weight takes a small share.
  Network network = error_network(Activation::relu, 1, 0);
  const double k = network.architecture.scale(0) * error_input().norm();
  network.weights[0] = -0.1 / k * error_input().normalized().transpose();
  network.weights[1](0, 0) = 1e6;
  const Bracket exact = shallow_linearisation_error(network, error_input(), 1);
  const double z = 0.1 * network.architecture.scale(0) * error_input().norm() / k;
  EXPECT_NEAR(exact.upper, 1e6 * (k - z), 1e6 * 1e-6) << "the output weight's share is R²/v²";
}

TEST(ShallowLinearisationError, OfALinearActivationIsThatOfTheProductOfTwoWeights) {
  // f − f_lin = s·k·δ·ν for each neuron: at most s·k·R²/2, reached.
  const Network network = error_network(Activation::identity, 5, 0);
  const double k = network.architecture.scale(0) * error_input().norm();
  const double expected = network.architecture.scale(1) * k * 0.25 / 2;
  const Bracket exact = shallow_linearisation_error(network, error_input(), 0.5);
  constexpr double grid_of_angles = 1e-7;  // Brent's method stops at the root of the rounding
  EXPECT_NEAR(exact.lower, expected, grid_of_angles * expected);
  EXPECT_NEAR(exact.upper, expected, grid_of_angles * expected);
}

TEST(ShallowLinearisationError, RefusesDeeperNetworksAndRadiiThatAreNotPositive) {
  const Network deep = initialise(uniform_architecture(2, 3, 2), error_stream(0));
  EXPECT_THAT([&] { shallow_linearisation_error(deep, error_input(), 1); },
              testing::ThrowsMessage<std::invalid_argument>(
                  testing::HasSubstr("network has 2 hidden layers")));
  EXPECT_THAT(
      [&] {
        shallow_linearisation_error(error_network(Activation::tanh, 3, 0), error_input(), -1);
      },
      testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("radius is -1,")));
}

}  // namespace
}  // namespace asymptest::learning::shallow_linearisation_test
