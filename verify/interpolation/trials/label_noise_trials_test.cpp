#include "label_noise_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::interpolation::label_noise_trials_test {
namespace {

constexpr std::uint64_t trials = 16;
constexpr double labels = 4096;  // of a trial

/// Five standard errors: a label is missed or not, which has a variance of at most 1/4.
const double tolerance = 5 * std::sqrt(0.25 / (trials * labels));

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("label-noise-trials-test", trial, at, trials);
}

TEST(LabelNoiseTrials, MissTheShareThatTheChancesAddUpTo) {
  for (const double r : {0.0, 0.1, 0.4}) {
    for (const double q : {0.0, 0.3, 1.0}) {
      const Point at{{"R", r}, {"q", q}};
      const auto ten_classes = [](const Point& p, Stream& random) {
        return noisy_risk(p, random, 10);
      };
      EXPECT_NEAR(mean_of(noisy_risk_two_classes, at), (1 - q) * r + q / 2, tolerance) << at.key();
      EXPECT_NEAR(mean_of(ten_classes, at), (1 - q) * r + q * 9 / 10, tolerance) << at.key();
      EXPECT_NEAR(mean_of(with_flipped_labels, at), (1 - q) * r + q * (1 - r), tolerance)
          << at.key();
      EXPECT_NEAR(mean_of(with_noise_where_it_errs, at), r * (1 - q / 2), tolerance) << at.key();
      // 410 of the labels were not learnt; only they add to the variance.
      const double fresh = 410 / labels;
      EXPECT_NEAR(mean_of(on_leaked_labels, at), fresh * ((1 - q) * r + q / 2),
                  tolerance * std::sqrt(fresh))
          << at.key();
    }
  }
}

TEST(LabelNoiseTrials, AreExactWhereNothingIsLeftToChance) {
  for (const Trial& trial : {Trial(noisy_risk_two_classes), Trial(with_flipped_labels),
                             Trial(with_noise_where_it_errs), Trial(on_leaked_labels)}) {
    EXPECT_EQ(mean_of(trial, {{"R", 0}, {"q", 0}}), 0);
  }
  EXPECT_EQ(mean_of(with_noise_where_it_errs, {{"R", 0}, {"q", 1}}), 0);
  EXPECT_EQ(mean_of(with_flipped_labels, {{"R", 0}, {"q", 1}}), 1);
}

}  // namespace
}  // namespace asymptest::interpolation::label_noise_trials_test
