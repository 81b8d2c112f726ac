#include "feature_risk_trials.hpp"

#include <gtest/gtest.h>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::double_descent::feature_risk_trials_test {
namespace {

double mean_of(const Trial& trial, double samples, double features, std::uint64_t trials = 64) {
  return trial_mean("feature-risk-test", trial, {{"n", samples}, {"N", features}}, trials);
}

TEST(ReluRisk, IsThatOfAFitByOneFeatureWithManySamples) {
  // w = E yφ/E φ² with E φ² = |v|²/2, E ⟨u, x⟩φ = ⟨u, v⟩/2: what is left is 1 − ⟨u, v⟩²/2|v|², in
  // the mean 1 − 1/32, and 1/128 or so for what the samples leave open. 32 fresh points of 32
  // trials tell it to 5 %.
  EXPECT_NEAR(mean_of(relu_risk, 128, 1), 1 - 1.0 / 32, 0.2);
}

TEST(ReluRisk, OfPairsIsThatOfHalfAsMany) {
  EXPECT_NEAR(mean_of(relu_risk_of_pairs, 32, 128), mean_of(relu_risk, 32, 64), 0.15);
}

TEST(ReluRisk, OfTwinsIsHighWhereHalfAsManySamplesAreFitted) {
  EXPECT_GT(mean_of(relu_risk_of_twin_samples, 32, 16), mean_of(relu_risk_of_twin_samples, 32, 32));
}

TEST(ComplexRisk, IsTheTargetsOwnFarBeyondTheThreshold) {
  // Far apart, points have features that are nearly orthogonal: a fresh value is near 0, so that
  // the bias is |u|² = 1, and the noise n/N·E cos² a sample.
  EXPECT_NEAR(mean_of(complex_risk, 8, 512, 16), 1, 0.2);
  EXPECT_GT(mean_of(complex_risk, 32, 32), mean_of(cosine_and_sine_risk, 32, 32));
}

}  // namespace
}  // namespace asymptest::double_descent::feature_risk_trials_test
