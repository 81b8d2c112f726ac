#include "ridgeless_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "learning/interpolation/ridgeless_risk.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::double_descent::ridgeless_trials_test {
namespace {

/// A few dozen roundings of numbers of order one.
constexpr double rounding = 1e-15;

constexpr std::uint64_t trials = 4096;

/// The chance that a sound trial fails a test of a mean is below 1e-6.
constexpr double standard_errors = 5;

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("ridgeless-trials-test", trial, at, trials);
}

double tolerance(double variance) { return standard_errors * std::sqrt(variance / trials); }

Point one_row(double p) { return {{"n", 1}, {"p", p}, {"snr", 2}}; }
Point one_column(double n) { return {{"n", n}, {"p", 1}, {"snr", 2}}; }

/// Of 1/χ²_m: 2/((m − 2)²(m − 4)).
double inverse_variance(double m) { return 2 / (std::pow(m - 2, 2) * (m - 4)); }

/// A residual of n − p normal errors: χ² of so many degrees of freedom, variance 2(n − p)σ⁴/n².
TEST(TrainingError, IsThatOfAProjectionAndThenNothing) {
  const Point below{{"n", 16}, {"p", 6}, {"snr", 4}}, beyond{{"n", 8}, {"p", 12}, {"snr", 4}};
  const double law = 10.0 / 16 / 4, slack = tolerance(2 * 10.0 / 256 / 16);
  EXPECT_NEAR(mean_of(training_error, below), law, slack);
  EXPECT_NEAR(training_error_law(below), law, rounding);
  EXPECT_NEAR(mean_of(training_error_of_a_part, below), 4 * law, 4 * slack);
  EXPECT_LT(mean_of(training_error, beyond), 1e-20);
  EXPECT_EQ(training_error_law(beyond), 0);
  EXPECT_GT(mean_of(training_error_of_tuned_ridge, beyond), 0.01);
}

TEST(RidgelessTrials, HaveTheMeansOfOneRow) {
  // The bias is 1 less the squared cosine of two directions, of variance below 2/p².
  const double p = 16, slack = tolerance(inverse_variance(p) / 4) + tolerance(2 / (p * p));
  const double noise = 1 / (p - 2) / 2, bias = 1 - 1 / p;
  EXPECT_NEAR(mean_of(excess_risk, one_row(p)), bias + noise, slack);
  EXPECT_NEAR(excess_risk_law(one_row(p)), bias + noise, rounding);
  EXPECT_NEAR(mean_of(risk_without_noise, one_row(p)), bias, slack);
  EXPECT_NEAR(mean_of(solution_norm, one_row(p)), 1 / p + noise, slack);
  EXPECT_NEAR(solution_norm_law(one_row(p)), 1 / p + noise, rounding);
  EXPECT_NEAR(mean_of(norm_without_noise, one_row(p)), 1 / p, slack);
  EXPECT_NEAR(mean_of(noise_per_dimension, one_row(p)), 2 * noise, 2 * slack);
}

TEST(RidgelessTrials, HaveTheMeansOfOneColumn) {
  const double n = 16, slack = tolerance(inverse_variance(n) / 4), noise = 1 / (n - 2) / 2;
  EXPECT_NEAR(mean_of(excess_risk, one_column(n)), noise, slack);
  EXPECT_NEAR(mean_of(solution_norm, one_column(n)), 1 + noise, slack);
  EXPECT_NEAR(mean_of(risk_without_noise, one_column(n)), 0, rounding);
}

TEST(UnevenRows, MultiplyTheNoiseOfARowAlone) {
  // E 1/s² = (16 + 16/49)/2 < 9 bounds the variance with E 1/χ⁴ = 1/((p − 2)(p − 4)).
  const double p = 16, slack = tolerance(9 / ((p - 2) * (p - 4)));
  const double noise = 16.0 / 7 / (p - 2);
  EXPECT_NEAR(mean_of(risk_with_uneven_rows, one_row(p)), 1 - 1 / p + noise / 2, slack);
  EXPECT_NEAR(mean_of(norm_with_uneven_rows, one_row(p)), 1 / p + noise / 2, slack);
}

TEST(TunedRidge, HasTheRiskAndTheNormOfAPosteriorMean) {
  // E‖w‖² = E‖ŵ‖² + E‖ŵ − w‖² for a random direction w, which a rotation of the rows makes of a
  // fixed one. All lie in (0, 1) but for the norm, whose spread is of the same size.
  const Point at{{"n", 20}, {"p", 30}, {"snr", 4}};
  const double risk = mean_of(risk_of_tuned_ridge, at), norm = mean_of(norm_of_tuned_ridge, at);
  EXPECT_NEAR(risk + norm, 1, 2 * tolerance(0.25));
  // The law is that of many samples at p/n = 1.5: finite ones are 1/n off.
  EXPECT_NEAR(risk, learning::tuned_ridge_risk(at["p"] / at["n"], at["snr"]), 1 / at["n"]);
  EXPECT_NEAR(mean_of(mean_risk_of_tuned_ridge, at), risk, tolerance(0.25));
}

TEST(OrthogonalData, HaveTheNoiseOfOneRowWhateverThereIsBeside) {
  const double n = 16, slack = tolerance(inverse_variance(n));
  for (const double p : {4.0, 16.0, 64.0}) {
    const Point at{{"n", n}, {"p", p}};
    EXPECT_NEAR(mean_of(noise_per_dimension_of_orthogonal_data, at), 1 / (n - 2), slack);
  }
}

}  // namespace
}  // namespace asymptest::double_descent::ridgeless_trials_test
