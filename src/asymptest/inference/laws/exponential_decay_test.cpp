#include "asymptest/inference/laws/exponential_decay.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/testing/test_trials.hpp"

namespace asymptest::exponential_decay_test {
namespace {

using testing::HasSubstr;

constexpr double alpha = 0.01;
const std::vector<double> times{2, 4, 6, 8, 10, 12, 14, 16};

using Law = std::function<double(double)>;

std::vector<PointTrials> noisy(const Law& law, const std::vector<double>& at = times,
                               std::uint64_t seed = 1, int trials = 256) {
  return test::draw_trials("t", at, trials, seed, [&](double t, Stream& random) {
    return law(t) * std::exp(0.3 * random.normal());
  });
}

Verdict decide_rate(const std::vector<PointTrials>& trials, double rate = 0.5,
                    Polarity polarity = Polarity::exact) {
  return decide_exponential_decay(decays("t", rate).within(0.1), polarity, trials, alpha);
}

double pure(double t) { return 3 * std::exp(-0.5 * t); }
double too_slow(double t) { return 3 * std::exp(-0.4 * t); }
double faster(double t) { return 3 * std::exp(-0.8 * t); }

TEST(ExponentialDecay, SupportsTheRateAndFasterOnesAndRefutesASlowerOne) {
  EXPECT_EQ(decide_rate(noisy(pure)).outcome, Outcome::supported);
  EXPECT_EQ(decide_rate(noisy(faster)).outcome, Outcome::supported);
  EXPECT_EQ(decide_rate(noisy(too_slow)).outcome, Outcome::refuted);
}

TEST(ExponentialDecay, EstimatesTheRateInUnitsOfItsAxis) {
  const Verdict verdict = decide_rate(noisy(pure));
  const Estimate& rate = verdict.estimates.front();
  EXPECT_EQ(rate.name, "t");
  EXPECT_LT(rate.lower, 0.5);
  EXPECT_GT(rate.upper, 0.5);
  EXPECT_LT(rate.upper - rate.lower, 0.1);
  EXPECT_EQ(rate.predicted, 0.5);
  EXPECT_DOUBLE_EQ(rate.band_lower, 0.45);
  EXPECT_TRUE(std::isinf(rate.band_upper));
}

TEST(ExponentialDecay, ATransientOfEitherSignDoesNotRefuteATrueRate) {
  for (const double amplitude : {4.0, -0.9}) {
    const auto transient = [=](double t) { return pure(t) * (1 + amplitude * std::exp(-0.4 * t)); };
    EXPECT_NE(decide_rate(noisy(transient)).outcome, Outcome::refuted) << amplitude;
  }
}

TEST(ExponentialDecay, AFastStartDoesNotHideASlowEnd) {
  const auto two_rates = [](double t) { return std::exp(-t) + 0.3 * std::exp(-0.3 * t); };
  EXPECT_EQ(decide_rate(noisy(two_rates)).outcome, Outcome::refuted);
}

TEST(ExponentialDecay, APlateauRefutes) {
  const auto plateau = [](double t) { return pure(t) + 0.1; };
  EXPECT_EQ(decide_rate(noisy(plateau)).outcome, Outcome::refuted);
}

TEST(ExponentialDecay, TheRoundOffFloorIsNoPlateau) {
  const std::vector<double> late{10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
  const auto floored = [](double t) { return pure(t) + 1e-16; };
  const Verdict verdict = decide_rate(noisy(floored, late));
  EXPECT_EQ(verdict.outcome, Outcome::supported);
  EXPECT_THAT(verdict.model, HasSubstr("4 points below the round-off floor"));
}

TEST(ExponentialDecay, NothingButRoundOffIsAnError) {
  const std::vector<double> late{10, 200, 300, 400, 500};
  const auto floored = [](double t) { return pure(t) + 1e-16; };
  EXPECT_THROW(decide_rate(noisy(floored, late)), std::invalid_argument);
}

TEST(ExponentialDecay, LongTimesStayWithinTheRangeOfDoubles) {
  std::vector<double> long_times = times;
  for (double& t : long_times) t *= 1000;
  const auto slow = [](double t) { return std::exp(-1e-4 * t); };
  EXPECT_EQ(decide_rate(noisy(slow, long_times), 0.5).outcome, Outcome::refuted);
}

TEST(ExponentialDecay, ABoundOfTheTruthCarriesOneOutcomeOnly) {
  EXPECT_EQ(decide_rate(noisy(pure), 0.5, Polarity::upper_bound).outcome, Outcome::supported);
  EXPECT_EQ(decide_rate(noisy(pure), 0.5, Polarity::lower_bound).outcome, Outcome::inconclusive);
  EXPECT_EQ(decide_rate(noisy(too_slow), 0.5, Polarity::lower_bound).outcome, Outcome::refuted);
  EXPECT_EQ(decide_rate(noisy(too_slow), 0.5, Polarity::upper_bound).outcome,
            Outcome::inconclusive);
}

TEST(ExponentialDecay, RefusesARateThatIsNone) {
  EXPECT_THROW(decide_rate(noisy(pure), 0), std::invalid_argument);
  EXPECT_THROW(decide_rate(noisy(pure), -1), std::invalid_argument);
}

TEST(ExponentialDecayCalibration, WrongVerdictsKeepTheirLevel) {
  constexpr int replicates = 100;
  const auto two_bands_slow = [](double t) {
    return std::exp(-0.4 * t) * (1 + std::exp(-0.3 * t));
  };
  const auto supported = test::count_outcomes(replicates, Outcome::supported, [&](std::uint64_t s) {
    return decide_rate(noisy(two_bands_slow, times, s, 32));
  });
  EXPECT_LE(test::surely_above(supported), alpha) << supported.happened;
  const auto with_transient = [](double t) { return pure(t) * (1 + 2 * std::exp(-0.3 * t)); };
  const auto refuted = test::count_outcomes(replicates, Outcome::refuted, [&](std::uint64_t s) {
    return decide_rate(noisy(with_transient, times, s, 32));
  });
  EXPECT_LE(test::surely_above(refuted), alpha) << refuted.happened;
}

}  // namespace
}  // namespace asymptest::exponential_decay_test
