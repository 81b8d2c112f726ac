#include "feature_risk_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::double_descent::feature_risk_trials_test {
namespace {

/// A normal mean is so far off in one of two million.
constexpr double standard_errors = 5;

TrialMean risk_of(const Trial& trial, double samples, double features, std::uint64_t trials = 64) {
  return trial_mean_and_error("feature-risk-test", trial, {{"n", samples}, {"N", features}},
                              trials);
}

double mean_of(const Trial& trial, double samples, double features) {
  return risk_of(trial, samples, features).mean;
}

TEST(ReluRisk, IsThatOfAFitByOneFeatureWithManySamples) {
  // w = E yφ/E φ² with E φ² = |v|²/2, E ⟨u, x⟩φ = ⟨u, v⟩/2: what is left is 1 − ⟨u, v⟩²/2|v|², in
  // the mean 1 − 1/32. What n samples leave open of w adds E (y − wφ)²φ²/nE φ², 4/n at most.
  constexpr double samples = 128, left_open = 4 / samples;
  const auto [mean, error] = risk_of(relu_risk, samples, 1, 256);
  EXPECT_NEAR(mean, 1 - 1.0 / 32, standard_errors * error + left_open);
}

TEST(ReluRisk, OfPairsIsThatOfHalfAsMany) {
  const TrialMean pairs = risk_of(relu_risk_of_pairs, 32, 128), half = risk_of(relu_risk, 32, 64);
  EXPECT_NEAR(pairs.mean, half.mean, standard_errors * std::hypot(pairs.error, half.error));
}

TEST(ReluRisk, OfTwinsIsHighWhereHalfAsManySamplesAreFitted) {
  EXPECT_GT(mean_of(relu_risk_of_twin_samples, 32, 16), mean_of(relu_risk_of_twin_samples, 32, 32));
}

TEST(ComplexRisk, IsTheTargetsOwnFarBeyondTheThreshold) {
  // Far apart, points have features that are nearly orthogonal, so that a fresh value is near 0 and
  // the bias is |u|² = 1. A product of two points' features is 1/√N, of its real part half the
  // square: n of them with labels of variance 1 + 1/4 add n(1 + 1/4)/2N.
  constexpr double samples = 8, features = 512, of_products = samples * 1.25 / (2 * features);
  const auto [mean, error] = risk_of(complex_risk, samples, features, 256);
  EXPECT_NEAR(mean, 1 + of_products, standard_errors * error);
  EXPECT_GT(mean_of(complex_risk, 32, 32), mean_of(cosine_and_sine_risk, 32, 32));
}

}  // namespace
}  // namespace asymptest::double_descent::feature_risk_trials_test
