#include "fourier_trials.hpp"

#include <gtest/gtest.h>

#include "two_squares.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::real_data::fourier_trials_test {
namespace {

constexpr double standard_errors = 5;

double mean_of(const Trial& trial, double n, double p) {
  return trial_mean_and_error("fourier-test", trial, Point{{"n", n}, {"p", p}}, 16).mean;
}

TEST(FourierRisk, VanishesOnLabelsThatAreFarApart) {
  const TwoSquares data;
  EXPECT_LT(mean_of(fourier_risk, 64, 1024), 0.1);
  EXPECT_GT(mean_of(fourier_risk_with_penalty, 64, 4), mean_of(fourier_risk_with_penalty, 64, 256));
}

TEST(FourierNorm, UnderAStrongPenaltyFallsAsOneOverTheFeatures) {
  const TwoSquares data;
  const Point few{{"n", 64}, {"p", 32}}, many{{"n", 64}, {"p", 64}};
  const auto norm = trial_mean_and_error("norm-test", fourier_norm_with_strong_penalty, few, 64);
  const auto half = trial_mean_and_error("norm-test", fourier_norm_with_strong_penalty, many, 64);
  EXPECT_NEAR(norm.mean, 2 * half.mean, standard_errors * (norm.error + 2 * half.error));
}

TEST(FourierNorm, PeaksAtTheThreshold) {
  const TwoSquares data;
  EXPECT_GT(mean_of(fourier_norm, 32, 32), 10 * mean_of(fourier_norm, 32, 256));
}

TEST(SecondDescent, OfCoinsEndsAboveTheFirst) {
  const TwoSquares data;
  const Trial coins = second_descent_of_coins;
  EXPECT_GT(trial_mean_and_error("coins-test", coins, Point{{"n", 32}}, 4).mean, 0);
}

}  // namespace
}  // namespace asymptest::real_data::fourier_trials_test
