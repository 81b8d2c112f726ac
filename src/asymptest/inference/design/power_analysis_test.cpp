#include "asymptest/inference/design/power_analysis.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/testing/test_trials.hpp"

namespace asymptest::power_analysis_test {
namespace {

const std::vector<double> sizes{16, 32, 64, 128, 256, 512, 1024, 2048};
constexpr double alpha = 0.01;

std::vector<PointTrials> values(int trials, std::uint64_t seed, double exponent) {
  return test::draw_trials("N", sizes, trials, seed, [=](double n, Stream& random) {
    return std::pow(n, exponent) * (1 + 0.2 * random.normal());
  });
}

const Prediction value_law =
    equals([](const Point& at) { return 1 / at["N"]; }).within(0.05).because("test");

// The share of replicates with an outcome differs from its chance by 3.3 standard errors (0.1 %)
// at most, and the forecast by what the pilot's spread is uncertain: 5 % of it.
double tolerance(double chance, int replicates) {
  return 3.3 * std::sqrt(std::max(chance * (1 - chance), 0.01) / replicates) + 0.1;
}

TEST(PowerAnalysis, ForecastsHowOftenAValueLawIsSupported) {
  constexpr int replicates = 200;
  for (const int trials : {48, 64, 96}) {
    const std::vector<Look> looks{{trials, alpha}};
    const double expected = forecast(value_law, values(512, 1000, -1), looks).looks[0].support;
    const auto rate = test::count_outcomes(replicates, Outcome::supported, [&](std::uint64_t seed) {
      return decide(value_law, Polarity::exact, values(trials, seed, -1), alpha);
    });
    EXPECT_NEAR(static_cast<double>(rate.happened) / replicates, expected,
                tolerance(expected, replicates))
        << trials;
  }
}

TEST(PowerAnalysis, TheErrorOfAnExponentFallsAsTheRootOfTheTrials) {
  const Prediction law = theta({{"N", -1}}).within(0.05).because("test");
  const std::vector<Look> looks{{100, alpha}, {400, alpha}};
  const Forecast result = forecast(law, values(64, 1, -1), looks);
  // Relative, of the least-squares solution behind either error.
  constexpr double rounding = 1e-9;
  EXPECT_NEAR(result.looks[0].standard_error / result.looks[1].standard_error, 2, rounding);
  EXPECT_GT(result.looks[1].support, result.looks[0].support);
  EXPECT_GT(result.looks[1].refute, result.looks[0].refute);
}

TEST(PowerAnalysis, TheErrorOfASkewedMeanFallsFasterOnceItRestsOnEnoughTrials) {
  // One trial in sixteen is large: 64 of them rest on 4 (9.5 are needed), 6400 on 400.
  constexpr double small = 0.001, n = 64, large = 4;
  std::vector<PointTrials> pilot = values(64, 1, -1);
  for (PointTrials& point : pilot) {
    for (std::size_t i = 0; i < point.values.size(); ++i) {
      point.values[i] = (i % 16 == 0 ? 1 : small) / point.at["N"];
    }
  }
  const Prediction law = theta({{"N", -1}}).within(0.05).because("test");
  const std::vector<Look> looks{{64, alpha}, {6400, alpha}};
  const Forecast result = forecast(law, pilot, looks);
  const double mean = (large + (n - large) * small) / n;
  const double variance = large * (n - large) / (n * (n - 1)) * (1 - small) * (1 - small);
  const double error = std::sqrt(variance / n) / mean;
  const double quantile = two_sided_quantile(alpha, infinity);
  const double unseen = (1 - mean) / mean * std::log(1 / alpha) / (n * quantile);
  // Relative, of the least-squares solution behind either error.
  constexpr double rounding = 1e-9;
  EXPECT_NEAR(result.looks[0].standard_error / result.looks[1].standard_error,
              10 * std::hypot(error, unseen) / error, 10 * rounding);
}

TEST(PowerAnalysis, AOneSidedLawIsDecidedSoonerThanATwoSidedOne) {
  const std::vector<Look> looks{{400, alpha}};
  const auto pilot = values(64, 1, -1);
  EXPECT_GT(forecast(at_most({{"N", -1}}).within(0.05), pilot, looks).looks[0].support,
            forecast(theta({{"N", -1}}).within(0.05), pilot, looks).looks[0].support);
}

TEST(PowerAnalysis, AnInequalityNeedsTheTrialsThatExcludeItsBand) {
  // ln(0.01)/ln(1 − 0.01) = 458.2 trials, at eight points 58 each.
  const std::vector<Look> looks{{57, alpha}, {58, alpha}};
  const Forecast result = forecast(always_at_least(0).within(0.01), values(1, 1, -1), looks);
  EXPECT_EQ(result.looks[0].support, 0);
  EXPECT_EQ(result.looks[1].support, 1);
  EXPECT_EQ(result.expected_trials, 58);
}

TEST(PowerAnalysis, ExpectedTrialsStopAtTheLookThatDecides) {
  const std::vector<Look> looks{{10, alpha}, {100000, alpha}, {200000, alpha}};
  const Forecast result = forecast(value_law, values(64, 1, -1), looks);
  // The first look's chance to decide and the second's to fail, times their trials, are below one.
  constexpr double one_trial = 1;
  EXPECT_NEAR(result.expected_trials, 100000, one_trial);
}

TEST(PowerAnalysis, RefusesWhatItCanNotForecast) {
  const std::vector<Look> looks{{10, alpha}};
  EXPECT_THROW(forecast(value_law, values(1, 1, -1), looks), std::invalid_argument);
  EXPECT_THROW(forecast(decays("N", 1).within(0.1), values(2, 1, -1), looks),
               std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::power_analysis_test
