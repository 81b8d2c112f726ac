#include "variance_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::variance_trials_test {
namespace {

double mean_of(const Trial& trial, const Point& at, std::uint64_t trials = 1000) {
  return trial_mean("variance-trials-test", trial, at, trials);
}

TEST(LeastSquaresExcess, IsTheTraceOfAnInverseWishartMatrix) {
  constexpr double law = 16.0 / 47, standard_errors = 5;
  const auto [mean, error] =
      trial_mean_and_error("variance-trials-test", least_squares_excess, {{"N", 64}}, 1000);
  EXPECT_NEAR(mean, law, standard_errors * error);
  EXPECT_GT(mean_of(least_squares_excess_of_uneven_samples, {{"N", 64}}),
            law + standard_errors * error);
}

TEST(RandomFeaturesExcess, LosesALinearPartOfMeanZero) {
  // At any m, for the estimate of the kernel is without bias: few show one that is of order 1/m.
  for (const double m : {4.0, 256.0}) {
    constexpr double standard_errors = 5;
    const auto [mean, error] =
        trial_mean_and_error("variance-trials-test", random_features_linear_part, {{"m", m}}, 1000);
    EXPECT_NEAR(mean, 0, standard_errors * error) << m;
  }
}

TEST(RandomFeaturesExcess, IsOfSecondOrderInTheKernelsError) {
  // The error is of order m^(−1/2): its quadratic part falls fourfold for fourfold m.
  constexpr double standard_errors = 5;
  const auto excess_of = [](double m) {
    return trial_mean_and_error("variance-trials-test", random_features_excess, {{"m", m}}, 2000);
  };
  const auto [few, error_of_few] = excess_of(1024);
  const auto [many, error_of_many] = excess_of(4096);
  EXPECT_GT(many, standard_errors * error_of_many);
  EXPECT_NEAR(few, 4 * many, standard_errors * std::hypot(error_of_few, 4 * error_of_many));
  EXPECT_GT(mean_of(repeated_features_excess, {{"m", 1024}}), 4 * few);
}

}  // namespace
}  // namespace asymptest::scaling::variance_trials_test
