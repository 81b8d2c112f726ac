#include "learning/suprema/shallow_kernel_change.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "learning/kernels/tangent_kernel.hpp"
#include "learning/suprema/ball_search.hpp"

namespace asymptest::learning::shallow_kernel_change_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::VectorXd;

Stream kernel_stream(std::uint64_t trial) {
  return Stream({.suite_seed = 8, .claim = "kernel change", .point = "", .trial = trial});
}

/// |x|² is not d, so that every scale matters.
VectorXd kernel_input() { return VectorXd{{1.3, -0.6}}; }

Network kernel_network(Activation activation, Eigen::Index width, std::uint64_t trial) {
  Architecture architecture = uniform_architecture(2, width, 1);
  architecture.activation = activation;
  return initialise(architecture, kernel_stream(trial));
}

double searched(const Network& network, double radius, std::uint64_t trial) {
  const double start = tangent_kernel(network, kernel_input())(0, 0);
  const auto change = [=](const Network& moved) {
    return std::abs(tangent_kernel(moved, kernel_input())(0, 0) - start);
  };
  return ball_search(network, radius, change, kernel_stream(trial).substream("search"));
}

TEST(ShallowKernelChange, IsWhatARandomSearchOfTheBallFinds) {
  // What a random search of a smooth function in 9 to 18 dimensions stops short of its maximum.
  constexpr double search_error = 1e-5;
  for (const Activation activation : {Activation::tanh, Activation::erf, Activation::softplus}) {
    for (const Eigen::Index width : {3, 6}) {
      for (const double radius : {0.1, 0.5}) {
        const auto trial = static_cast<std::uint64_t>(width);
        const Network network = kernel_network(activation, width, trial);
        const Bracket exact = shallow_kernel_change(network, kernel_input(), radius);
        const double found = searched(network, radius, trial);
        EXPECT_LE(found, exact.upper * (1 + price_tolerance))
            << name_of(activation) << " m=" << width << " R=" << radius;
        EXPECT_GE(found, exact.lower * (1 - search_error))
            << name_of(activation) << " m=" << width << " R=" << radius;
      }
    }
  }
}

TEST(ShallowKernelChange, IsTightForSmoothActivationsOnceThereAreManyNeurons) {
  for (const Activation activation : {Activation::tanh, Activation::softplus}) {
    const Network network = kernel_network(activation, 256, 1);
    const Bracket exact = shallow_kernel_change(network, kernel_input(), 1);
    EXPECT_NEAR(exact.upper / exact.lower, 1, price_tolerance) << name_of(activation);
  }
}

TEST(ShallowKernelChange, InASmallBallIsTheRadiusTimesTheGradientOfTheKernel) {
  const Network network = kernel_network(Activation::tanh, 20, 2);
  constexpr double step = 1e-5, radius = 1e-4;
  const VectorXd origin = flatten(network.weights);
  VectorXd gradient(origin.size());
  for (Eigen::Index k = 0; k < origin.size(); ++k) {
    Network above = network, below = network;
    unflatten(origin + step * VectorXd::Unit(origin.size(), k), above.weights);
    unflatten(origin - step * VectorXd::Unit(origin.size(), k), below.weights);
    gradient[k] = (tangent_kernel(above, kernel_input())(0, 0) -
                   tangent_kernel(below, kernel_input())(0, 0)) /
                  (2 * step);
  }
  // The second-order term is about R times the norm of K's Hessian, of order one.
  constexpr double curvature_error = 10 * radius;
  const Bracket exact = shallow_kernel_change(network, kernel_input(), radius);
  EXPECT_NEAR(exact.lower / (radius * gradient.norm()), 1, curvature_error);
}

TEST(ShallowKernelChange, OfReluEnclosesWhatARandomSearchFinds) {
  for (std::uint64_t trial = 0; trial < 6; ++trial) {
    const Network network = kernel_network(Activation::relu, 4, trial);
    for (const double radius : {0.2, 0.7}) {
      const Bracket exact = shallow_kernel_change(network, kernel_input(), radius);
      const double found = searched(network, radius, trial);
      EXPECT_LE(found, exact.upper * (1 + price_tolerance)) << trial << " R=" << radius;
      EXPECT_LE(exact.lower, exact.upper) << trial << " R=" << radius;
    }
  }
}

TEST(ShallowKernelChange, OfManyReluNeuronsIsTightAndReached) {
  const Network network = kernel_network(Activation::relu, 2000, 3);
  const Bracket exact = shallow_kernel_change(network, kernel_input(), 1);
  // One of about 2000^(2/3) = 160 neurons that cross their kink.
  constexpr double one_neuron = 0.05;
  EXPECT_LE(exact.upper, exact.lower * (1 + one_neuron));
  // By hand: switch on the neurons of largest v²/z² with z < 0 until the radius is spent, which
  // leaves out the smooth part of the change.
  const VectorXd z = network.architecture.scale(0) * (network.weights[0] * kernel_input());
  const double k = network.architecture.scale(0) * kernel_input().norm();
  std::vector<std::pair<double, double>> by_worth;  // −v²/z² and v²
  for (Eigen::Index i = 0; i < z.size(); ++i) {
    const double v = network.weights[1](0, i);
    if (z[i] < 0) by_worth.emplace_back(-v * v / (z[i] * z[i]), v * v);
  }
  std::sort(by_worth.begin(), by_worth.end());
  double spent = 0, change = 0;
  for (const auto& [worth, square] : by_worth) {
    spent += square / -worth / (k * k);
    if (spent > 1) break;
    change += k * k * square / 2000;
  }
  EXPECT_GE(exact.upper, change);
  EXPECT_LE(exact.lower, 2 * change) << "the rest is of lower order in m";
}

TEST(ShallowKernelChange, RefusesDeeperNetworksAndRadiiThatAreNotPositive) {
  const Network deep = initialise(uniform_architecture(2, 3, 2), kernel_stream(0));
  EXPECT_THAT([&] { shallow_kernel_change(deep, kernel_input(), 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("network has 2 hidden layers")));
  const Network network = kernel_network(Activation::tanh, 3, 0);
  EXPECT_THAT([&] { shallow_kernel_change(network, kernel_input(), 0); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is 0,")));
  EXPECT_THAT([&] { shallow_kernel_change(network, kernel_input(), NAN); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is nan")));
}

}  // namespace
}  // namespace asymptest::learning::shallow_kernel_change_test
