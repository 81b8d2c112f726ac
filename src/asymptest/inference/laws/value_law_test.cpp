#include "asymptest/inference/laws/value_law.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/testing/test_trials.hpp"

namespace asymptest::value_law_test {
namespace {

using testing::HasSubstr;

constexpr double alpha = 0.01;
const std::vector<double> sizes{8, 16, 32, 64, 128, 256, 512, 1024};

double half(const Point& at) { return 2 / at["N"]; }

Prediction law(double band, Summary summary = Summary::mean) {
  return equals(half).within(band).of(summary);
}

// The curve times `factor(size)`, with relative noise.
std::vector<PointTrials> noisy(int trials, std::uint64_t seed, double noise,
                               const std::function<double(double)>& factor) {
  return test::draw_trials("N", sizes, trials, seed, [&](double size, Stream& random) {
    return 2 / size * factor(size) * (1 + noise * random.normal());
  });
}

Outcome outcome_at(double factor, Polarity polarity = Polarity::exact) {
  return decide_value_law(law(0.05), polarity, noisy(512, 1, 0.2, [=](double) { return factor; }),
                          alpha)
      .outcome;
}

TEST(ValueLaw, SupportsTheCurveAndRefutesTwiceTheBandOff) {
  EXPECT_EQ(outcome_at(1), Outcome::supported);
  EXPECT_EQ(outcome_at(1.1), Outcome::refuted);
  EXPECT_EQ(outcome_at(0.9), Outcome::refuted);
}

TEST(ValueLaw, OneDeviatingPointIsEnoughToRefuteAndNamed) {
  const auto trials = noisy(1024, 1, 0.2, [](double size) { return size == 64 ? 1.15 : 1; });
  const Verdict verdict = decide_value_law(law(0.05), Polarity::exact, trials, alpha);
  EXPECT_EQ(verdict.outcome, Outcome::refuted);
  EXPECT_THAT(verdict.reason, HasSubstr("at N=64 is 0.1"));
  EXPECT_GT(verdict.estimates.front().lower, 0.05);
}

TEST(ValueLaw, OfAProportionIsDecidedWithoutAssumptions) {
  const auto coins = test::draw_trials("N", sizes, 200000, 3, [](double size, Stream& random) {
    return random.uniform() < half({{"N", size}}) ? 1.0 : 0.0;
  });
  const auto verdict = [&](double factor) {
    const auto off = [factor](const Point& at) { return factor * half(at); };
    return decide_value_law(equals(off).within(0.3).of(Summary::proportion), Polarity::exact, coins,
                            alpha);
  };
  EXPECT_EQ(verdict(1).outcome, Outcome::supported);
  EXPECT_EQ(verdict(2.5).outcome, Outcome::refuted);
  EXPECT_THAT(verdict(2.5).reason, HasSubstr("at N=")) << "one point, not all together";
}

TEST(ValueLaw, DeviationsThatCancelOnAverageAreNotSupported) {
  const auto trials = noisy(
      256, 1, 0.2, [](double size) { return std::fmod(std::log2(size), 2) == 0 ? 1.1 : 0.9; });
  EXPECT_NE(decide_value_law(law(0.05), Polarity::exact, trials, alpha).outcome,
            Outcome::supported);
}

TEST(ValueLaw, ACommonDeviationIsRefutedBeforeAnySinglePointCan) {
  // 32 trials of 30 % noise: 5.3 % error a point, 1.9 % for the mean of eight.
  const auto trials = noisy(32, 3, 0.3, [](double) { return 1.13; });
  const Verdict verdict = decide_value_law(law(0.03), Polarity::exact, trials, alpha);
  EXPECT_EQ(verdict.outcome, Outcome::refuted);
  EXPECT_THAT(verdict.reason, HasSubstr("all points together"));
}

TEST(ValueLaw, TooFewTrialsAskForMore) {
  for (const int trials : {1, 2, 4}) {
    const Verdict verdict = decide_value_law(
        law(0.05), Polarity::exact, noisy(trials, 1, 0.2, [](double) { return 1.0; }), alpha);
    EXPECT_EQ(verdict.outcome, Outcome::inconclusive);
    EXPECT_EQ(verdict.need, Need::more_trials);
  }
}

TEST(ValueLaw, NoiselessMeasurementsAreDecidedByTwoTrials) {
  EXPECT_EQ(
      decide_value_law(law(1e-9), Polarity::exact, noisy(2, 1, 0, [](double) { return 1; }), alpha)
          .outcome,
      Outcome::supported);
  EXPECT_EQ(decide_value_law(law(1e-9), Polarity::exact,
                             noisy(2, 1, 0, [](double) { return 1 + 1e-8; }), alpha)
                .outcome,
            Outcome::refuted);
}

TEST(ValueLaw, RareEventsThatHaveNotHappenedAreNotEvidence) {
  const std::vector<PointTrials> trials{{{{"N", 8}}, std::vector<double>(32, 0.0)},
                                        {{{"N", 16}}, std::vector<double>(32, 0.0)}};
  const Prediction rare = equals([](const Point&) { return 0.01; }).within(0.1);
  EXPECT_EQ(decide_value_law(rare, Polarity::exact, trials, alpha).outcome, Outcome::inconclusive);
}

TEST(ValueLaw, ABoundOfTheTruthRefutesOnItsOwnSideOnly) {
  EXPECT_EQ(outcome_at(1.1, Polarity::lower_bound), Outcome::refuted);
  EXPECT_EQ(outcome_at(0.9, Polarity::lower_bound), Outcome::inconclusive);
  EXPECT_EQ(outcome_at(1.1, Polarity::upper_bound), Outcome::inconclusive);
  EXPECT_EQ(outcome_at(0.9, Polarity::upper_bound), Outcome::refuted);
  EXPECT_EQ(outcome_at(1, Polarity::lower_bound), Outcome::inconclusive);
  EXPECT_EQ(outcome_at(1, Polarity::upper_bound), Outcome::inconclusive);
}

TEST(ValueLaw, JudgesMediansWhereTheMeanIsInfinite) {
  const auto cauchy = [](double factor) {
    return test::draw_trials("N", sizes, 1024, 1, [=](double size, Stream& random) {
      return 2 / size * factor * (1 + 0.2 * random.normal() / random.normal());
    });
  };
  const Prediction median = law(0.1, Summary::median);
  EXPECT_EQ(decide_value_law(median, Polarity::exact, cauchy(1), alpha).outcome,
            Outcome::supported);
  EXPECT_EQ(decide_value_law(median, Polarity::exact, cauchy(1.2), alpha).outcome,
            Outcome::refuted);
}

TEST(ValueLaw, JudgesNegativeValuesByTheirRelativeDeviation) {
  const Prediction negative = equals([](const Point& at) { return -2 / at["N"]; }).within(0.05);
  auto trials = noisy(512, 1, 0.2, [](double) { return -1; });
  EXPECT_EQ(decide_value_law(negative, Polarity::exact, trials, alpha).outcome, Outcome::supported);
  EXPECT_THROW(decide_value_law(negative, Polarity::lower_bound, trials, alpha),
               std::invalid_argument);
}

TEST(ValueLaw, NamesThePointWhoseCurveMeansNothing) {
  const Prediction zero = equals([](const Point& at) { return at["N"] - 64; }).within(0.05);
  try {
    decide_value_law(zero, Polarity::exact, noisy(2, 1, 0.1, [](double) { return 1; }), alpha);
    FAIL();
  } catch (const std::invalid_argument& problem) {
    EXPECT_STREQ(problem.what(),
                 "the predicted value at N=64 is 0, expected a finite number that is not zero");
  }
}

// Calibration at a level that a few hundred replicates can tell from a multiple of it.
constexpr double calibration_alpha = 0.05;
constexpr int replicates = 600;

using Noise = std::function<double(Stream&)>;

Verdict calibrate(std::uint64_t seed, int trials, double band, const Noise& noise,
                  const std::function<double(double)>& factor) {
  const auto values = test::draw_trials("N", sizes, trials, seed, [&](double size, Stream& random) {
    return 2 / size * factor(size) * noise(random);
  });
  return decide_value_law(law(band), Polarity::exact, values, calibration_alpha);
}

double normal_noise(Stream& random) { return 1 + 0.4 * random.normal(); }
double exponential_noise(Stream& random) { return -std::log(random.uniform()); }
double lognormal_noise(Stream& random) { return std::exp(0.8 * random.normal() - 0.32); }

// The band is small beside the noise: the harder case, in which the edge's level guards little.
TEST(ValueLawCalibration, AnExactCurveIsHardlyEverRefuted) {
  for (const Noise& noise :
       {Noise(normal_noise), Noise(exponential_noise), Noise(lognormal_noise)}) {
    const auto rate = test::count_outcomes(replicates, Outcome::refuted, [&](std::uint64_t seed) {
      return calibrate(seed, 32, 0.01, noise, [](double) { return 1; });
    });
    EXPECT_LE(test::surely_above(rate), calibration_alpha) << rate.happened;
  }
}

TEST(ValueLawCalibration, ACurveTwoBandsOffAtOnePointIsHardlyEverSupported) {
  for (const Noise& noise :
       {Noise(normal_noise), Noise(exponential_noise), Noise(lognormal_noise)}) {
    for (const double off : {1.4, 0.6}) {
      const auto rate =
          test::count_outcomes(replicates, Outcome::supported, [&](std::uint64_t seed) {
            return calibrate(seed, 64, 0.2, noise, [=](double n) { return n == 1024 ? off : 1; });
          });
      EXPECT_LE(test::surely_above(rate), calibration_alpha) << rate.happened;
    }
  }
}

}  // namespace
}  // namespace asymptest::value_law_test
