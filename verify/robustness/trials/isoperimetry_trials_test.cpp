#include "isoperimetry_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::robustness::isoperimetry_trials_test {
namespace {

constexpr std::uint64_t trials = 100;
constexpr double standard_errors = 5;
const Point at_64{{"d", 64}};

TrialMean mean_of(const Trial& trial) {
  return trial_mean_and_error("isoperimetry-trials-test", trial, at_64, trials);
}

TEST(GenericVariance, IsOneOverDForEveryLawOfMeanSquareOne) {
  for (const auto law : {IsoperimetryLaw::sphere, IsoperimetryLaw::gaussian, IsoperimetryLaw::cube,
                         IsoperimetryLaw::shells}) {
    const auto [mean, error] = mean_of(generic_variance(law));
    EXPECT_NEAR(mean, 1.0 / 64, standard_errors * error) << static_cast<int>(law);
  }
}

TEST(LargestVariance, SeesWhatABrokenLawLeavesOpen) {
  // A maximum of unbiased variances is at least that of its largest member, on average, and exceeds
  // it by the members' own noise at most.
  const double noise = std::sqrt(2.0 / 255);  // of the variance of 256 normal values, relative
  const auto expect_largest = [&](IsoperimetryLaw law, double variance) {
    const auto [mean, error] = mean_of(largest_variance(law));
    EXPECT_GE(mean, variance - standard_errors * error) << static_cast<int>(law);
    EXPECT_LE(mean, variance * (1 + noise) + standard_errors * error) << static_cast<int>(law);
  };
  expect_largest(IsoperimetryLaw::line, 1);
  expect_largest(IsoperimetryLaw::clusters, 0.5 + 0.5 / 64);
  // The mean of squares 1 less that of (½ + √1.75)/2.
  expect_largest(IsoperimetryLaw::shells, 1 - std::pow((0.5 + std::sqrt(1.75)) / 2, 2));
  // A coordinate of the sphere has 1/d exactly, no function more than 1/(d − 1).
  expect_largest(IsoperimetryLaw::sphere, 1.0 / 64);
  expect_largest(IsoperimetryLaw::large_sphere, 1);
}

}  // namespace
}  // namespace asymptest::robustness::isoperimetry_trials_test
