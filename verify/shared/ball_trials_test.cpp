#include "ball_trials.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

#include "learning/networks/gradient.hpp"

namespace asymptest::learning::optimisation::ball_trials_test {
namespace {

using Eigen::VectorXd;

/// Relative, of a maximum over the grid below: half of a step squared.
constexpr double grid_error = 1e-5;

/// Some dozen roundings of numbers of order one.
constexpr double rounding = 1e-13;

Stream stream(std::uint64_t trial) { return Stream({1, "ball-trials-test", "", trial}); }

Network alone(const Stream& random) {
  return shallow_draw(1, Activation::tanh, OutputWeights::normal, random).network;
}

/// The largest of a function of (δz, δv) on a polar grid of the disc, for one neuron: no other
/// direction of its five weights counts.
double largest_on_disc(double radius, const std::function<double(double, double)>& function) {
  double largest = 0;
  for (int ring = 1; ring <= 20; ++ring) {
    for (int k = 0; k < 2000; ++k) {
      const double angle = 2 * std::numbers::pi * k / 2000, r = radius * ring / 20;
      largest = std::max(largest, function(r * std::cos(angle), r * std::sin(angle)));
    }
  }
  return largest;
}

TEST(ExactTrials, FindTheLargestValueForOneNeuron) {
  constexpr double radius = 0.02;
  // The upper end is concave in R², the error R² times 1 + O(R) where one neuron does it all.
  constexpr double hull = radius;
  for (std::uint64_t trial = 0; trial < 4; ++trial) {
    const auto [network, x] =
        shallow_draw(1, Activation::tanh, OutputWeights::normal, stream(trial));
    // |x|² = d: z = W·x/√d moves as far as the weights.
    const double z = network.weights[0].row(0).dot(x) / x.norm(), v = network.weights[1](0, 0);
    const auto value = [](double a, double b) { return b * std::tanh(a); };
    const auto kernel = [](double a, double b) {
      const double slope = 1 - std::pow(std::tanh(a), 2);
      return std::pow(std::tanh(a), 2) + b * b * slope * slope;
    };
    const double change = largest_on_disc(radius, [&](double dz, double dv) {
      return std::abs(kernel(z + dz, v + dv) - kernel(z, v));
    });
    const double slope = 1 - std::pow(std::tanh(z), 2);
    const double error = largest_on_disc(radius, [&](double dz, double dv) {
      return std::abs(value(z + dz, v + dv) - value(z, v) - v * slope * dz - std::tanh(z) * dv);
    });
    Stream first = stream(trial), second = stream(trial);
    const Point at{{"m", 1}};
    EXPECT_NEAR(exact_kernel_change(Activation::tanh, fixed_radius(radius))(at, first) / change, 1,
                grid_error)
        << trial;
    const Trial linearisation =
        exact_linearisation_error(Activation::tanh, OutputWeights::normal, fixed_radius(radius));
    const double ratio = linearisation(at, second) / error;
    EXPECT_GE(ratio, 1 - grid_error) << trial;
    EXPECT_LE(ratio, 1 + hull) << trial;
  }
}

TEST(SampledKernelChange, IsTheMeanOverPointsThatTheSupremumBounds) {
  constexpr double radius = 0.5;
  constexpr int points = 16;
  const Point at{{"m", 12}};
  const ShallowDraw draw = shallow_draw(12, Activation::tanh, OutputWeights::normal, stream(5));
  const auto kernel = [&](const Network& network) {
    return jacobian(network, draw.input).squaredNorm();
  };
  Stream directions = stream(5).substream("direction");
  double sum = 0;
  for (int k = 0; k < points; ++k) {
    sum +=
        std::abs(kernel(moved_at_random(draw.network, radius, directions)) - kernel(draw.network));
  }
  Stream first = stream(5), second = stream(5);
  const double mean = sampled_kernel_change(radius)(at, first);
  EXPECT_NEAR(mean, sum / points, rounding);
  EXPECT_LT(mean, exact_kernel_change(Activation::tanh, fixed_radius(radius))(at, second));
}

TEST(MovedAtRandom, EndsOnTheSphereInNoPreferredDirection) {
  constexpr double radius = 3;
  constexpr std::uint64_t draws = 1024;
  const Network centre = alone(stream(0));
  Stream random = stream(1);
  VectorXd mean = VectorXd::Zero(5);
  for (std::uint64_t t = 0; t < draws; ++t) {
    const Network moved = moved_at_random(centre, radius, random);
    const VectorXd step = flatten(moved.weights) - flatten(centre.weights);
    EXPECT_NEAR(step.norm(), radius, rounding);
    mean += step / draws;
  }
  // An entry has the variance R²/5: five standard errors.
  EXPECT_LT(mean.cwiseAbs().maxCoeff(), 5 * radius * std::sqrt(1.0 / 5 / draws));
}

TEST(ShallowDraw, HasTheLawOfOutputWeightsAndTheInputThatItIsAskedFor) {
  const ShallowDraw draw = shallow_draw(32, Activation::relu, OutputWeights::signs, stream(2));
  EXPECT_EQ(draw.network.architecture.activation, Activation::relu);
  EXPECT_TRUE((draw.network.weights[1].array().abs() == 1).all());
  EXPECT_NEAR(draw.input.norm(), 2, rounding);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::ball_trials_test
