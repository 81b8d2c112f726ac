#include "gap_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::kernel_machines::gap_trials_test {
namespace {

using learning::Radial;

constexpr double standard_errors = 5;

TEST(GapAboveHalfTheNoise, IsTheAdvantageLeftByTheNoise) {
  // Interpolants: (1 − q) R + q/2 − q/2, and R = ½ − advantage.
  const double q = 0.6;
  const Point at{{"n", 64}, {"q", q}};
  for (const Radial shape : {Radial::laplace, Radial::gaussian}) {
    const auto gap = trial_mean_and_error("gap-test", gap_above_half_the_noise(shape), at, 32);
    const auto advantage = trial_mean_and_error("advantage", advantage_over_chance(shape), at, 32);
    EXPECT_NEAR(gap.mean, (1 - q) * (0.5 - advantage.mean),
                standard_errors * (gap.error + advantage.error));
  }
}

TEST(GapOfLinearRule, VanishesWithTheSamples) {
  const Point at{{"n", 4096}, {"q", 0.4}};
  const auto [mean, error] = trial_mean_and_error("gap-test", gap_of_linear_rule, at, 32);
  EXPECT_NEAR(mean, -0.2, standard_errors * error + std::sqrt(5 / 4096.0));
}

TEST(AdvantageFromNoiseAlone, IsNone) {
  const Point at{{"n", 64}, {"q", 0.8}};
  const auto [mean, error] =
      trial_mean_and_error("gap-test", advantage_from_noise_alone(Radial::laplace), at, 64);
  EXPECT_NEAR(mean, 0, standard_errors * error);
}

TEST(GapOnCleanLabels, IsTheErrorAlone) {
  const Point at{{"n", 128}, {"q", 0.4}};
  const double gap = trial_mean("gap-test", gap_on_clean_labels(Radial::laplace), at, 16);
  EXPECT_GT(gap, -0.2);
  EXPECT_LT(gap, 0);
}

}  // namespace
}  // namespace asymptest::kernel_machines::gap_trials_test
