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

/// E 1/(K − 2) for K of n halves, the mean of 1/χ² of the samples that a unit sees.
double mean_reciprocal_of_seen(int n) {
  double sum = 0;
  for (int k = 3; k <= n; ++k) {  // two or less of 64 once in 10^16
    sum += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1)) *
           std::pow(0.5, n) / (k - 2);
  }
  return sum;
}

TEST(ReluRisk, OfTwinsHasHalfOfTheNoise) {
  // The samples are the same, and so half of the noise's part is the difference. Of one feature
  // that is σ² E φ²/Σφ_i², with E φ² = |v|²/2, and Σφ_i²/|v|² a χ² of as many as are seen.
  constexpr int samples = 64, trials = 256;
  constexpr double noise_variance = 0.25;
  const Trial difference = [](const Point& at, Stream& random) {
    Stream same = random;
    return relu_risk(at, random) - relu_risk_of_twin_samples({{"n", 2 * samples}, {"N", 1}}, same);
  };
  const auto [mean, error] = risk_of(difference, samples, 1, trials);
  EXPECT_NEAR(mean, noise_variance / 2 * mean_reciprocal_of_seen(samples) / 2,
              standard_errors * error);
  EXPECT_GT(mean, 2 * standard_errors * error);
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

TEST(ComplexRisk, OfOneSampleAndOneFrequencyIsInClosedForm) {
  // The label times cos⟨v, z − x⟩, whose mean square is ½ but for (1 + 8)^-8. Beside a product of
  // labels it is 3^-8 in the mean.
  constexpr double noise_variance = 0.25, of_correlation = 1e-3;
  const auto [mean, error] = risk_of(complex_risk, 1, 1, 1024);
  EXPECT_NEAR(mean, 1 + (1 + noise_variance) / 2, standard_errors * error + of_correlation);
}

}  // namespace
}  // namespace asymptest::double_descent::feature_risk_trials_test
