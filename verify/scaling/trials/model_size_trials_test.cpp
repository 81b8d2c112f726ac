#include "model_size_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::model_size_trials_test {
namespace {

constexpr double standard_errors = 5;

/// The geometric mean over the variances between 1 and 4 is that of 2.
constexpr double noise = 2;

/// Where c P^(−2/d) + σ²P/N is least, and the least.
struct Law {
  double cubes, risk;
};

Law law(double d, double n) {
  const double c = d * std::numbers::pi * std::numbers::pi / 6;
  const double cubes = std::pow(2 * c * n / (d * noise), d / (d + 2));
  return {cubes, c * std::pow(cubes, -2 / d) + noise * cubes / n};
}

TEST(OptimalModelSize, IsWhereBiasAndVarianceMeet) {
  // Both next orders, 1/K in a cube and the cosine's fourth power, are of the order P/N and m^−2.
  const double n = 32768;
  for (const int d : {1, 2}) {
    const auto [cubes, risk] = law(d, n);
    const double side = std::pow(cubes, 1.0 / d), order = cubes / n + 4 / (side * side);
    const auto size = trial_mean_and_error("model-size-test", optimal_model_size(d, Optimum::cubes),
                                           {{"N", n}}, 16);
    const auto least = trial_mean_and_error("model-size-test", optimal_model_size(d, Optimum::risk),
                                            {{"N", n}}, 16);
    EXPECT_NEAR(size.mean, cubes, standard_errors * size.error + 4 * order * cubes) << d;
    EXPECT_NEAR(least.mean, risk, standard_errors * least.error + 4 * order * risk) << d;
  }
}

TEST(OptimalModelSize, OfJumpsIsWhereTheirShareMeetsTheVariance) {
  // On the circle 4/(3m) + 2m/N: m = √(2N/3).
  const double n = 32768, cubes = std::sqrt(2 * n / 3);
  const auto size = trial_mean_and_error(
      "model-size-test", optimal_model_size_of_jumps(1, Optimum::cubes), {{"N", n}}, 16);
  EXPECT_NEAR(size.mean, cubes, standard_errors * size.error + 0.05 * cubes);
}

TEST(OptimalModelSize, AsNoiseFallsIsThatOfTheVariance) {
  // A variance of 2·16/√N: at N = 256 the same law as that of unscaled noise, draw by draw.
  Stream one({1, "model-size-test", "N=256", 0}), other({1, "model-size-test", "N=256", 0});
  EXPECT_EQ(optimal_model_size(2, Optimum::cubes)({{"N", 256}}, one),
            optimal_model_size_as_noise_falls(2, Optimum::cubes)({{"N", 256}}, other));
}

TEST(OptimalModelSize, OfFewSamplesIsFound) {
  Stream random({1, "model-size-test", "N=4", 0});
  const double cubes = optimal_model_size(1, Optimum::cubes)({{"N", 4}}, random);
  EXPECT_GE(cubes, 1);
  EXPECT_LE(cubes, 4);
}

}  // namespace
}  // namespace asymptest::scaling::model_size_trials_test
