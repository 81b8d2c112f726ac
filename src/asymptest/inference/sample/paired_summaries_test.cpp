#include "asymptest/inference/sample/paired_summaries.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::paired_summaries_test {
namespace {

struct Noise {
  double shared = 0;    ///< standard deviation of log u
  double exponent = 0;  ///< of an exponent of each trial's own
  double own = 0.01;    ///< of ε at the first size, half as much at each that follows
};

std::vector<PointTrials> draw(int sizes, int trials, const Noise& noise, std::uint64_t seed = 1) {
  std::vector<PointTrials> points;
  for (int i = 0; i < sizes; ++i) points.push_back({Point({{"n", std::exp2(i)}}), {}});
  for (int s = 0; s < trials; ++s) {
    Stream random({seed, "paired", "test", static_cast<std::uint64_t>(s)});
    const double factor = noise.shared * random.normal();
    const double exponent = noise.exponent * random.normal();
    for (int i = 0; i < sizes; ++i) {
      const double own = noise.own * std::exp2(-i) * random.normal();
      points[static_cast<std::size_t>(i)].values.push_back(
          std::exp(factor + exponent * std::log(2.0) * i + own));
    }
  }
  return points;
}

TEST(PairedSummaries, ErrorsAreThoseOfWhatTheSizesDoNotShare) {
  constexpr int sizes = 5, trials = 4000;
  for (const Summary summary : {Summary::mean, Summary::geometric_mean}) {
    const auto statistics = summarise_pairs(summary, draw(sizes, trials, {.shared = 0.1}));
    ASSERT_TRUE(statistics.noise_is_known);
    // A variance of 4000 trials has a standard error of 2.2 %, an error of half that; the mean of
    // products has u²ε² in place of ε², a per cent more. The smallest ones lie under the noise of
    // the others, where the trend stands for them.
    for (int i = 0; i < 3; ++i) {
      const double error = statistics.points[static_cast<std::size_t>(i)].error * std::sqrt(trials);
      EXPECT_NEAR(error / (0.01 * std::exp2(-i)), 1, 0.08) << i;
    }
  }
}

TEST(PairedSummaries, AFactorThatAllSizesShareChangesNoError) {
  const auto with = summarise_pairs(Summary::geometric_mean, draw(6, 8, {.shared = 2}));
  const auto without = summarise_pairs(Summary::geometric_mean, draw(6, 8, {}));
  for (std::size_t i = 0; i < with.points.size(); ++i) {
    EXPECT_NEAR(with.points[i].error, without.points[i].error, 1e-12);
  }
}

TEST(PairedSummaries, TheValuesAreThoseOfTheTrials) {
  const auto trials = draw(6, 8, {.shared = 1});
  const auto paired = summarise_pairs(Summary::mean, trials);
  const auto plain = summarise(Summary::mean, trials);
  for (std::size_t i = 0; i < trials.size(); ++i) {
    EXPECT_EQ(paired.points[i].log_value, plain.points[i].log_value);
    EXPECT_LT(paired.points[i].error, plain.points[i].error / 10);
  }
}

TEST(PairedSummaries, ExponentsOfTheTrialsOwnWidenTheErrors) {
  constexpr int trials = 8;
  const auto with = summarise_pairs(Summary::mean, draw(8, trials, {.exponent = 0.1, .own = 1e-3}));
  EXPECT_EQ(with.degrees, trials - 1);
  EXPECT_GT(with.points[0].error, 0.05);  // 0.1·log(2⁷) apart at the ends, over √8
}

TEST(PairedSummaries, PairsWithoutNoiseAreExact) {
  const auto exact = summarise_pairs(Summary::mean, draw(6, 8, {.shared = 1, .own = 0}));
  EXPECT_FALSE(exact.noise_is_known);
}

TEST(PairedSummaries, RefusesWhatIsNotPaired) {
  auto trials = draw(6, 4, {});
  EXPECT_THROW(summarise_pairs(Summary::median, trials), std::invalid_argument);
  trials[2].values.pop_back();
  EXPECT_THROW(summarise_pairs(Summary::mean, trials), std::invalid_argument);
  EXPECT_THROW(summarise_pairs(Summary::mean, draw(2, 4, {})), std::invalid_argument);
  EXPECT_THROW(summarise_pairs(Summary::mean, draw(6, 1, {})), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::paired_summaries_test
