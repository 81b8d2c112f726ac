#include "polynomial_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::model_complexity::polynomial_trials_test {
namespace {

constexpr std::uint64_t trials = 2048;

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("polynomial-trials-test", trial, at, trials);
}

Point degree(double p, double s) { return {{"n", 32}, {"p", p}, {"s", s}, {"noise", 0.0625}}; }

TEST(PolynomialRisk, HasTheMeanOfItsLaw) {
  for (const double s : {0.0, 2.0}) {
    for (const double p : {3.0, 20.0, 32.0, 40.0, 64.0}) {
      const double law = polynomial_risk_law(degree(p, s));
      // A chi-square of few degrees at worst: no more spread than 1.5 of its mean.
      EXPECT_NEAR(mean_of(polynomial_risk, degree(p, s)), law, 5 * 1.5 * law / std::sqrt(trials))
          << p << ' ' << s;
    }
  }
}

TEST(PolynomialRisk, WithoutNoiseIsWhatTheDegreeLeavesOut) {
  const double left = std::exp2(-6) * 4 / 3 * (1 - std::exp2(-58));
  EXPECT_NEAR(mean_of(polynomial_risk_without_noise, degree(3, 0)), left, 1e-12);
}

/// Without noise nothing is random, and the law can be held to its digits: below the threshold,
/// and where a degree shares its signal with its alias.
TEST(PolynomialRisk, WithoutNoiseIsItsLawToTheLastDigits) {
  // Of coefficients of order 1, fitted by columns whose lengths differ by 64².
  constexpr double rounding = 64 * 64 * std::numeric_limits<double>::epsilon();
  for (const double s : {0.0, 1.0, 2.0}) {
    for (const double p : {3.0, 12.0, 64.0}) {
      const Point at{{"n", 32}, {"p", p}, {"s", s}, {"noise", 0}};
      const double risk = trial_mean("polynomial-trials-test", polynomial_risk, at, 1);
      EXPECT_NEAR(std::sqrt(risk), std::sqrt(polynomial_risk_law(at)), rounding) << p << ' ' << s;
    }
  }
}

TEST(PolynomialRisk, ExplodesAtEqualSpacing) {
  EXPECT_GT(mean_of(polynomial_risk_at_equal_spacing, degree(32, 0)), 1);
}

}  // namespace
}  // namespace asymptest::model_complexity::polynomial_trials_test
