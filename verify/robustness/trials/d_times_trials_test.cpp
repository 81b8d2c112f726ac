#include "d_times_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::robustness::d_times_trials_test {
namespace {

constexpr std::uint64_t trials = 1024;

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("d-times-trials-test", trial, at, trials);
}

/// Five standard errors of (p − n)/n, whose p has the variance 2c of a first passage.
double tolerance(double passage) { return 5 * std::sqrt(2 * passage / trials) / 8; }

TEST(DTimesTrials, HaveTheMeanOfAFirstPassage) {
  const double passage = 16;
  const auto four = [](double) { return 4.0; };
  EXPECT_NEAR(mean_of(surplus_of_linear(four), {{"d", 4 * passage}}), (passage + 0.5) / 8,
              tolerance(passage));
  EXPECT_NEAR(mean_of(surplus_at_budget, {{"d", 8 * passage}, {"K", 8}}), (passage + 0.5) / 8,
              tolerance(passage));
  // 64 axes whatever the ambient dimension.
  EXPECT_NEAR(mean_of(surplus_on_a_subspace, {{"d", 500}}), (64.0 / 4 + 0.5) / 8,
              tolerance(passage));
}

TEST(DTimesTrials, OfUnevenRowsAddUpTheirInverseLengths) {
  // Scaling a row by s scales its label by 1/s: |y|² has the mean 8·(4 + 4/7)/2, and c with it.
  const double factor = (4 + 4.0 / 7) / 2, passage = 16 * factor;
  // The labels' squares, 4 or 4/7 each, add their own variance, (4 − 4/7)²/4 a label over eight.
  const double of_labels = 16 * (4 - 4.0 / 7) / 2 / std::sqrt(8.0);
  const double error = std::sqrt((2 * passage + of_labels * of_labels) / trials) / 8;
  EXPECT_NEAR(mean_of(surplus_with_uneven_rows, {{"d", 256}, {"K", 16}}), (passage + 0.5) / 8,
              5 * error);
}

TEST(ProjectionTrials, SeeTheAmbientDimensionAndTheBudget) {
  // Two walks that never meet: D is at least c + 3/2 for each pair alone, c = 2d/L₀², step 2/d χ²₁.
  EXPECT_GT(mean_of(ratio_by_projection, {{"d", 256}}), 32 + 1.5);
  EXPECT_GT(mean_of(ratio_by_projection_on_a_subspace, {{"d", 256}}), 8 + 1.5);
  EXPECT_LT(mean_of(ratio_by_projection_on_a_subspace, {{"d", 256}}), 40);
  EXPECT_GT(mean_of(ratio_by_projection_at_a_growing_budget, {{"d", 256}}), 16 + 1.5);
}

}  // namespace
}  // namespace asymptest::robustness::d_times_trials_test
