#include "cantor_trials.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "learning/fractals/cantor_measure.hpp"

namespace asymptest::covering::cantor_trials_test {
namespace {

constexpr int trials = 2000;
constexpr double standard_errors = 5;

struct SampleMean {
  double mean = 0, error = 0;
};

SampleMean mean_of(const Trial& trial, double samples) {
  double sum = 0, squares = 0;
  const Point at{{"N", samples}};
  for (std::uint64_t t = 0; t < trials; ++t) {
    Stream random({1, "cantor-trials-test", at.key(), t});
    const double value = trial(at, random);
    sum += value;
    squares += value * value;
  }
  const double mean = sum / trials;
  return {mean, std::sqrt((squares / trials - mean * mean) / trials)};
}

/// One fresh point and samples that are a thinning of 64 N candidates: a binomial number, whose
/// variance is a 64th less than the Poisson one's, which moves the mean by 2·(1/64)/N.
double thinned_distance(const Point& at, Stream& random) {
  constexpr double right = 0.3;
  const auto candidates =
      learning::cantor_addresses(static_cast<std::int64_t>(64 * at["N"]), right, random);
  std::vector<learning::CantorAddress> kept;
  for (const auto one : candidates) {
    if (random.below(64) == 0) kept.push_back(one);
  }
  if (kept.empty()) kept.push_back(candidates.front());
  std::sort(kept.begin(), kept.end());
  return learning::nearest_cantor_distance(kept,
                                           learning::cantor_addresses(1, right, random).front());
}

TEST(MeanDistanceOnCantorSet, IsThatOfASingleFreshPoint) {
  const SampleMean integral = mean_of(mean_distance_on_cantor_set(0.3), 20);
  const SampleMean drawn = mean_of(thinned_distance, 20);
  EXPECT_NEAR(integral.mean, drawn.mean, standard_errors * std::hypot(integral.error, drawn.error));
  EXPECT_LT(integral.error, drawn.error);
}

TEST(MeanDistanceOnInterval, IsTheSumOfTheMomentsOfItsGaps) {
  // Given n samples, n − 1 gaps of E g² = 2/((n + 1)(n + 2)) count a quarter and two ends a half:
  // (n + 3)/(2(n + 1)(n + 2)), averaged over a Poisson n that is at least 1.
  constexpr double mean = 8;
  double chance = std::exp(-mean) * (1 + mean), expected = chance * 4 / 12;  // n = 0 counts as 1
  chance = std::exp(-mean) * mean;
  for (int n = 2; n < 100; ++n) {
    chance *= mean / n;
    expected += chance * (n + 3) / (2.0 * (n + 1) * (n + 2));
  }
  const SampleMean found = mean_of(mean_distance_on_interval, mean);
  EXPECT_NEAR(found.mean, expected, standard_errors * found.error);
}

TEST(TypicalDistanceOnCantorSet, IsBelowTheMean) {  // Jensen's inequality
  EXPECT_LT(mean_of(typical_distance_on_cantor_set(0.3), 20).mean,
            mean_of(mean_distance_on_cantor_set(0.3), 20).mean);
}

TEST(TransientExponent, IsThatOfTheRenewalEquationsRoots) {
  // wz + vz³ − 1 = (z − 1)(vz² + vz + 1), whose second factor has roots of squared modulus 1/v.
  const double q = learning::weight_with_power(3);
  const double v = std::pow(q, 2 * transient_exponent(q));
  const double w = std::pow(q, 1 - learning::mean_distance_exponent(q)) / 3;
  constexpr double rounding = 1e-12;  // of powers of two bisected exponents
  EXPECT_NEAR(w + v, 1, rounding);
}

TEST(CantorSizes, AreARatioApart) {
  const std::vector<Point> design = cantor_sizes(2).design(Tier::quick);
  EXPECT_EQ(design.size(), 7);
  EXPECT_DOUBLE_EQ(design[1]["N"], 2 * design[0]["N"]);
  EXPECT_GT(cantor_cost(design[1]), cantor_cost(design[0]));
}

}  // namespace
}  // namespace asymptest::covering::cantor_trials_test
