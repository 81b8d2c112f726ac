#include "learning/networks/activation_smoothness.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace asymptest::learning::activation_smoothness_test {
namespace {

constexpr Activation smooth_activations[] = {Activation::identity, Activation::tanh,
                                             Activation::erf, Activation::softplus};

TEST(ActivationBounds, AreReachedAndNeverExceeded) {
  constexpr double step = 1.0 / 1024;
  // Between grid points a maximum falls by step²/8 times a curvature of at most 10.
  constexpr double grid_error = 2 * step * step;
  constexpr double rounding = 8 * std::numeric_limits<double>::epsilon();
  for (const Activation activation : smooth_activations) {
    double slope = 0, curvature = 0;
    for (int k = -20 * 1024; k <= 20 * 1024; ++k) {
      const ActivationJet at = jet(activation, k * step);
      slope = std::max(slope, std::abs(at.first));
      curvature = std::max(curvature, std::abs(at.second));
    }
    const ActivationBounds bounds = bounds_of(activation);
    // softplus' tends to its bound at infinity: at z = 20 it lacks e^-20.
    EXPECT_NEAR(slope, bounds.slope, grid_error) << name_of(activation);
    EXPECT_NEAR(curvature, bounds.curvature, grid_error) << name_of(activation);
    EXPECT_LE(slope, bounds.slope + rounding);
    EXPECT_LE(curvature, bounds.curvature + rounding);
  }
}

TEST(ThirdDerivative, MeetsCentralDifferencesOfTheSecond) {
  constexpr double step = 1e-5;
  // step² times a fifth derivative of at most 20 over 6, and ε over step.
  constexpr double difference_error = 1e-9;
  for (const Activation activation : smooth_activations) {
    for (double z = -3; z <= 3; z += 0.25) {
      const double difference =
          (jet(activation, z + step).second - jet(activation, z - step).second) / (2 * step);
      EXPECT_NEAR(third_derivative(activation, z, jet(activation, z)), difference, difference_error)
          << name_of(activation) << " at " << z;
    }
  }
}

TEST(ActivationSmoothness, RefusesTheKinkOfRelu) {
  EXPECT_THAT([&] { bounds_of(Activation::relu); }, testing::ThrowsMessage<std::invalid_argument>(
                                                        testing::HasSubstr("activation is relu")));
  EXPECT_THAT(
      [&] { third_derivative(Activation::relu, 1, {}); },
      testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("activation is relu")));
}

}  // namespace
}  // namespace asymptest::learning::activation_smoothness_test
