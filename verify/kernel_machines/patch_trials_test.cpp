#include "patch_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/chord_mean.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::kernel_machines::patch_trials_test {
namespace {

constexpr double standard_errors = 5;

TEST(PatchError, OfOneSampleIsAnIntegral) {
  // w = k(x, z): 1 − k² in the mean on the circle.
  const double expected = mean_over_chords([](double r) { return 1 - std::exp(-2 * r); });
  const auto [mean, error] =
      trial_mean_and_error("patch-test", patch_error({1}, {1}), Point{{"n", 1}, {"d", 1}}, 256);
  EXPECT_NEAR(mean, expected, standard_errors * error);
}

TEST(PatchError, OfOneSampleAddsUpThePatches) {
  // w = (k₁ + k₂)/2 with k of either coordinate, independent: 1 − w² in the mean.
  const double first = mean_over_chords([](double r) { return std::exp(-r); });
  const double second = mean_over_chords([](double r) { return std::exp(-2 * r); });
  const auto [mean, error] =
      trial_mean_and_error("patch-test", patch_error({1}, {1}), Point{{"n", 1}, {"d", 2}}, 256);
  EXPECT_NEAR(mean, 1 - (second + first * first) / 2, standard_errors * error);
}

TEST(PatchError, OfAFullPatchIsThatOfAFullTarget) {
  const Point at{{"n", 32}, {"d", 4}};
  const double targets = trial_mean("patch-test", patch_error({4}, {2}), at, 4);
  EXPECT_DOUBLE_EQ(trial_mean("patch-test", full_target_error({2}), at, 4), targets);
}

TEST(PatchError, IsLeastForTheTargetsOwnPatches) {
  const Point at{{"n", 64}, {"d", 4}};
  const double own = trial_mean("patch-test", patch_error({2, 0}, {2, 0}), at, 4);
  for (const Patches other : {Patches{2, 1}, Patches{4, 0}, Patches{1, 0}}) {
    EXPECT_GT(trial_mean("patch-test", patch_error({2, 0}, other), at, 4), own);
  }
}

}  // namespace
}  // namespace asymptest::kernel_machines::patch_trials_test
