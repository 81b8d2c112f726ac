#include "rescaled_layers.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::descent::rescaled_layers_test {
namespace {

/// The same network at every a: a stream that forgets the point.
double one_trial(const Trial& trial, double a) {
  Stream random({1, "rescaled-layers-test", "", 0});
  return trial({{"a", a}}, random);
}

TEST(RescaledLayers, KeepTheirFunctionWithRampsAlone) {
  constexpr double rounding = 1e-13;
  EXPECT_LT(one_trial(change_of_rescaled, 3), rounding);
  EXPECT_GT(one_trial(change_of_rescaled_tanh, 3), 0.01);
  EXPECT_EQ(one_trial(change_of_rescaled_tanh, 1), 0);
}

TEST(RescaledLayers, AreAsCurvedAsTheirOuterWeightsAreLarge) {
  // The share of the other block in λ is of the order a⁻⁴.
  constexpr double other_block = 1e-6;
  const double at_100 = one_trial(curvature_of_rescaled, 100);
  const double at_1000 = one_trial(curvature_of_rescaled, 1000);
  EXPECT_NEAR(at_1000 / at_100, 100, 100 * other_block);
  EXPECT_NEAR(one_trial(relative_curvature_of_rescaled, 1000) /
                  one_trial(relative_curvature_of_rescaled, 100),
              1, other_block);
}

TEST(RescaledLayers, HaveTheCurvatureOfTheirOutputs) {
  // λ_max is at least the mean of JJᵀ's eigenvalues, and both blocks swap under a → 1/a up to their
  // own sizes: for a = 1/1000 the inner block is left with 1e-6 of itself.
  EXPECT_GT(one_trial(curvature_of_rescaled, 1e-3), one_trial(curvature_of_rescaled, 1));
}

}  // namespace
}  // namespace asymptest::descent::rescaled_layers_test
