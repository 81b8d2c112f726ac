#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/inference/laws/power/power_law.hpp"
#include "asymptest/inference/sample/paired_summaries.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::paired_power_law_test {
namespace {

constexpr double alpha = 0.01;
constexpr int repetitions = 100;

/// Eight seeds at eight sizes, x^exponent(1 + x^−1) with a factor of 30 % that a seed has
/// everywhere and 2 % of noise.
std::vector<PointTrials> seeds(double exponent, int repetition) {
  std::vector<PointTrials> points;
  for (double n = 16; n <= 2048; n *= 2) points.push_back({Point({{"n", n}}), {}});
  for (std::uint64_t s = 0; s < 8; ++s) {
    Stream random({static_cast<std::uint64_t>(repetition), "paired", "law", s});
    const double factor = std::exp(0.3 * random.normal());
    for (PointTrials& point : points) {
      const double n = point.at["n"];
      point.values.push_back(factor * std::pow(n, exponent) * (1 + 1 / n) *
                             std::exp(0.02 * random.normal()));
    }
  }
  return points;
}

struct Counts {
  int supported = 0, refuted = 0;
};

template <class Statistic>
Counts decide(double exponent, Statistic statistic) {
  const Prediction law = theta({{"n", -0.5}}).within(0.05).towards(Towards::infinity);
  Counts counts;
  for (int r = 0; r < repetitions; ++r) {
    const Verdict verdict =
        decide_power_law(law, Polarity::exact, statistic(seeds(exponent, r)), alpha);
    if (verdict.outcome == Outcome::supported) ++counts.supported;
    if (verdict.outcome == Outcome::refuted) ++counts.refuted;
  }
  return counts;
}

Statistics paired(const std::vector<PointTrials>& trials) {
  return summarise_pairs(Summary::mean, trials);
}

// More than this happens to a hundred events of 1 % with a chance below 10⁻⁴.
constexpr int most_wrong = 6;

TEST(PairedPowerLaw, PairsDecideWhatTrialsAloneDoNot) {
  const auto alone = [](const std::vector<PointTrials>& trials) {
    return summarise(Summary::mean, trials);
  };
  EXPECT_EQ(decide(-0.5, alone).supported, 0);
  const Counts counts = decide(-0.5, paired);
  EXPECT_GT(counts.supported, repetitions / 2);
  EXPECT_LE(counts.refuted, most_wrong);
}

TEST(PairedPowerLaw, RivalsTwoBandsOffAreNotSupported) {
  for (const double rival : {-0.6, -0.4}) {
    const Counts counts = decide(rival, paired);
    EXPECT_LE(counts.supported, most_wrong);
    EXPECT_GT(counts.refuted, repetitions / 2);
  }
}

TEST(PairedPowerLaw, DeclaredPairsAreDecidedFromPairs) {
  Prediction law = theta({{"n", -0.5}}).within(0.05).towards(Towards::infinity);
  const auto trials = seeds(-0.5, 0);
  const auto reason = [&] { return decide_power_law(law, Polarity::exact, trials, alpha).reason; };
  const std::string alone = reason();
  law.paired();
  EXPECT_EQ(reason(), decide_power_law(law, Polarity::exact, paired(trials), alpha).reason);
  EXPECT_NE(reason(), alone);
}

TEST(PairedPowerLaw, ASingleTrialIsTakenAlone) {
  auto trials = seeds(-0.5, 0);
  for (PointTrials& point : trials) point.values.resize(1);
  Prediction law = theta({{"n", -0.5}}).within(0.05).towards(Towards::infinity);
  const Verdict alone = decide_power_law(law, Polarity::exact, trials, alpha);
  EXPECT_EQ(decide_power_law(law.paired(), Polarity::exact, trials, alpha).reason, alone.reason);
}

}  // namespace
}  // namespace asymptest::paired_power_law_test
