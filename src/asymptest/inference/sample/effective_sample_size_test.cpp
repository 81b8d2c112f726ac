#include "asymptest/inference/sample/effective_sample_size.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/sample/moments.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::effective_sample_size_test {
namespace {

// One design point of `trials` trials, of which `events` are a thousand times as large.
PointTrials with_events(double x, std::size_t trials, std::size_t events) {
  PointTrials point{Point{{"x", x}}, std::vector<double>(trials, 1.0)};
  for (std::size_t i = 0; i < events; ++i) point.values[i] = 1000;
  return point;
}

PointStatistic statistic_of(const PointTrials& trials) {
  const std::vector<PointTrials> all{trials};
  return summarise(Summary::mean, all).points.front();
}

TEST(EffectiveSampleSize, CountTheLargeOnesAmongMany) {
  // γ² = (n/k)(1 − 2k/n)²/(1 − k/n) exceeds n/k by 3k/n of it at most, and one standard error,
  // 0.002, is taken off γ: together below 1 % for k up to 100 of a million.
  constexpr double share = 0.01;
  for (const std::size_t events : {1, 5, 25, 100}) {
    const double found = effective_sample_size(statistic_of(with_events(16, 1'000'000, events)));
    EXPECT_NEAR(found / static_cast<double>(events), 1, share) << events;
  }
}

TEST(EffectiveSampleSize, AreEnoughInNearlyEveryNormalSample) {
  // At α = 10⁻⁴ a sample is turned away from γ = √(n/20) and a standard error on: 2.1 standard
  // errors for 8 trials (2 to 3 % of the samples), 7 for 64.
  constexpr int samples = 1000;
  Stream random({1, "effective-sample-size-test", "", 0});
  const auto turned_away = [&](std::size_t trials) {
    int count = 0;
    for (int s = 0; s < samples; ++s) {
      PointTrials point{Point{{"x", 1}}, {}};
      for (std::size_t t = 0; t < trials; ++t) point.values.push_back(10 + random.normal());
      count += effective_sample_size(statistic_of(point)) < least_effective_sample_size(1e-4);
    }
    return count;
  };
  EXPECT_LT(turned_away(8), samples / 20);
  EXPECT_EQ(turned_away(64), 0);
  EXPECT_EQ(turned_away(512), 0);
}

TEST(EffectiveSampleSize, AreWithoutLimitWhereTheSkewnessTellsNothing) {
  EXPECT_EQ(effective_sample_size({Point{{"x", 1}}, 2, 0, 0.1, 5, 1}), infinity);
  EXPECT_EQ(effective_sample_size({Point{{"x", 1}}, 64, 0, 0.1, 0.25, 1}), infinity);
  EXPECT_LT(effective_sample_size({Point{{"x", 1}}, 64, 0, 0.1, -6, 1}), 3)
      << "a tail to the left too";
}

TEST(FewestEffectiveSampleSize, ShiftStudentsQuantileByThreeTenths) {
  for (const double alpha : {0.2, 0.01, 1e-4, 1e-8}) {
    const double t = two_sided_quantile(alpha, infinity);
    const double skewness_over_root = 1 / std::sqrt(least_effective_sample_size(alpha));
    EXPECT_DOUBLE_EQ(skewness_over_root * (2 * t * t + 1) / 6, 0.3 * t) << alpha;
  }
  EXPECT_EQ(std::lround(least_effective_sample_size(0.01)), 9);
  EXPECT_EQ(std::lround(least_effective_sample_size(1e-4)), 20);
  EXPECT_THROW(least_effective_sample_size(0), std::invalid_argument);
  EXPECT_THROW(least_effective_sample_size(1), std::invalid_argument);
}

std::vector<double> normal_trials(std::size_t trials, Stream& random) {
  std::vector<double> values(trials);
  random.fill_normal(values);
  for (double& value : values) value = 1 + 0.01 * value;
  return values;
}

TEST(NormalSkewnessQuantile, IsExceededWithItsChance) {
  constexpr int samples = 40000;
  Stream random({1, "effective-sample-size-test", "quantile", 0});
  for (const std::size_t trials : {4, 5, 6, 7, 8, 10, 16, 50}) {
    std::vector<double> skewness;
    for (int s = 0; s < samples; ++s) {
      skewness.push_back(std::abs(moments_of(normal_trials(trials, random), 1).skewness));
    }
    for (const double chance : {0.05, 0.0125, 0.005}) {
      const double quantile = normal_skewness_quantile(trials, chance);
      const auto beyond = std::count_if(skewness.begin(), skewness.end(),
                                        [&](double one) { return one > quantile; });
      // Four errors of a binomial share, and a tenth for the transformation and the table.
      const double error = std::sqrt(chance / samples);
      EXPECT_NEAR(static_cast<double>(beyond) / samples, chance, 4 * error + chance / 10)
          << trials << " at " << chance;
    }
  }
  EXPECT_EQ(normal_skewness_quantile(3, 0.05), infinity);
  EXPECT_THROW(normal_skewness_quantile(8, 0), std::invalid_argument);
}

TEST(RestsOnFew, TakesOneSweepOfNormalTrialsInTwentyForSkewed) {
  constexpr int sweeps = 400;
  Stream random({1, "effective-sample-size-test", "sweeps", 0});
  for (const std::size_t trials : {5, 8, 16}) {
    for (const double alpha : {0.01, 1e-4}) {
      int doubted = 0;
      for (int s = 0; s < sweeps; ++s) {
        std::vector<PointTrials> sweep;
        for (double x = 16; x < 5000; x *= 2) {
          sweep.push_back({Point{{"x", x}}, normal_trials(trials, random)});
        }
        doubted += rests_on_few(summarise(Summary::mean, sweep), alpha).has_value() ? 1 : 0;
      }
      // 20 at most in the mean; more than 38 in 0.01 % of such tests.
      EXPECT_LE(doubted, 38) << trials << " at " << alpha;
    }
  }
}

TEST(RestsOnFew, DoubtsASweepWithOneLargeTrialAmongFive) {
  std::vector<PointTrials> data;
  for (double x = 16; x < 5000; x *= 2) data.push_back({Point{{"x", x}}, {1, 1.01, 0.99, 1, 1.02}});
  EXPECT_FALSE(rests_on_few(summarise(Summary::mean, data), 0.01).has_value());
  data[4].values[2] = 3;
  EXPECT_TRUE(rests_on_few(summarise(Summary::mean, data), 0.01).has_value());
}

TEST(RestsOnFew, NamesTheSizeWithTheFewest) {
  std::vector<PointTrials> data{with_events(16, 1000, 40), with_events(32, 1000, 5),
                                with_events(64, 1000, 8), with_events(128, 1000, 0)};
  const auto few = rests_on_few(summarise(Summary::mean, data), 0.01);
  ASSERT_TRUE(few.has_value());
  EXPECT_EQ(few->at.key(), "x=32");
  data[1] = data[2] = with_events(32, 1000, 30);
  EXPECT_FALSE(rests_on_few(summarise(Summary::mean, data), 0.01).has_value());
}

TEST(RestsOnFew, SaysNothingOfMediansAndOfNoiseThatIsNotKnown) {
  const std::vector<PointTrials> data{with_events(16, 1000, 1)};
  EXPECT_TRUE(rests_on_few(summarise(Summary::mean, data), 0.01).has_value());
  EXPECT_FALSE(rests_on_few(summarise(Summary::median, data), 0.01).has_value());
  Statistics unknown = summarise(Summary::mean, data);
  unknown.noise_is_known = false;
  EXPECT_FALSE(rests_on_few(unknown, 0.01).has_value());
}

// Sums of a thousand numbers in double precision.
constexpr double rounding = 1e-12;

TEST(WithUnseen, AddsWhatAnEventMissedAtEverySizeWouldShiftItsMeanBy) {
  constexpr double alpha = 0.01;
  const std::vector<PointTrials> data{with_events(16, 1000, 2), with_events(32, 500, 0),
                                      with_events(64, 1000, 4)};
  const Statistics seen = summarise(Summary::mean, data), allowed = with_unseen(seen, alpha);
  // 998 trials of 1 and two of 1000: mean 2.998.
  constexpr double reach = (1000 - 2.998) / 2.998;
  const double t = two_sided_quantile(alpha, infinity);
  for (std::size_t i = 0; i < data.size(); ++i) {
    const auto n = static_cast<double>(data[i].values.size());
    // Missed by n trials with chance α: (1 − p)^n = α, nearly p = log(1/α)/n.
    const double shift = reach * std::log(1 / alpha) / n;
    const double expected = std::sqrt(std::pow(seen.points[i].error, 2) + std::pow(shift / t, 2));
    EXPECT_NEAR(allowed.points[i].error / expected, 1, rounding) << i;
    EXPECT_EQ(allowed.points[i].log_value, seen.points[i].log_value);
  }
}

}  // namespace
}  // namespace asymptest::effective_sample_size_test
