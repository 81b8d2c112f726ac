#include "asymptest/inference/power_law.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest {
namespace {

constexpr double alpha = 0.01;
constexpr double band = 0.05;

using Law = std::function<double(double)>;

std::vector<double> doublings(double first, int count) {
  std::vector<double> sizes;
  for (int i = 0; i < count; ++i) sizes.push_back(first * std::exp2(i));
  return sizes;
}

// Trials of `law` with the relative noise of a gamma-like positive variable: 1 + spread·(±1).
std::vector<PointTrials> measured(const Law& law, const std::vector<double>& sizes, int trials,
                                  double spread, std::uint64_t seed = 1) {
  std::vector<PointTrials> data;
  for (const double x : sizes) {
    const Point at{{"N", x}};
    PointTrials point{at, {}};
    for (int t = 0; t < trials; ++t) {
      Stream random({seed, "power-law-test", at.key(), static_cast<std::uint64_t>(t)});
      point.values.push_back(law(x) * (1 + spread * random.sign()));
    }
    data.push_back(point);
  }
  return data;
}

Prediction half() { return theta({{"N", -0.5}}).within(band); }

Outcome outcome(const Prediction& prediction, const std::vector<PointTrials>& data) {
  return decide_power_law(prediction, Polarity::exact, data, alpha).outcome;
}

TEST(DecidePowerLaw, SupportsAPureLawAndRefutesItsRivals) {
  const auto data =
      measured([](double x) { return std::pow(x, -0.5); }, doublings(16, 8), 4096, 0.4);
  EXPECT_EQ(outcome(half(), data), Outcome::supported);
  EXPECT_EQ(outcome(theta({{"N", -0.4}}).within(band), data), Outcome::refuted);
  EXPECT_EQ(outcome(theta({{"N", -0.6}}).within(band), data), Outcome::refuted);
}

TEST(DecidePowerLaw, SupportsExactDataOfAPureLaw) {
  for (const int trials : {1, 5}) {
    const auto data =
        measured([](double x) { return 3 * std::pow(x, -0.5); }, doublings(16, 8), trials, 0);
    EXPECT_EQ(outcome(half(), data), Outcome::supported) << trials;
    EXPECT_EQ(outcome(theta({{"N", -0.4}}).within(band), data), Outcome::refuted) << trials;
  }
}

TEST(DecidePowerLaw, RefusesWhatHasNoLogarithmAndNamesPointAndTrial) {
  auto data = measured([](double x) { return 1 / x; }, doublings(16, 8), 3, 0.1);
  for (const double bad : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    data[2].values[1] = bad;
    try {
      outcome(half(), data);
      FAIL() << bad;
    } catch (const std::domain_error& problem) {
      EXPECT_THAT(problem.what(), testing::HasSubstr("trial 1 at N=64"));
    }
  }
}

TEST(DecidePowerLaw, RefusesTooFewSizes) {
  const auto data = measured([](double x) { return 1 / x; }, doublings(16, 2), 64, 0.1);
  EXPECT_THROW(outcome(half(), data), std::invalid_argument);
}

TEST(DecidePowerLaw, DecidesSeveralFactors) {
  std::vector<PointTrials> data;
  for (const double n : doublings(16, 5)) {
    for (const double d : doublings(8, 5)) {
      PointTrials point{Point{{"n", n}, {"d", d}}, {}};
      Stream random({1, "several", point.at.key(), 0});
      for (int t = 0; t < 1024; ++t) {
        point.values.push_back(std::sqrt(n) / d * (1 + 0.1 * random.sign()));
      }
      data.push_back(point);
    }
  }
  EXPECT_EQ(outcome(theta({{"n", 0.5}, {"d", -1}}).within(band), data), Outcome::supported);
  EXPECT_EQ(outcome(theta({{"n", 0.5}, {"d", -0.8}}).within(band), data), Outcome::refuted);
  EXPECT_EQ(outcome(theta({{"n", 0.3}, {"d", -1}}).within(band), data), Outcome::refuted);
}

TEST(DecidePowerLaw, LetsABoundCarryOnlyItsOwnSide) {
  const auto data =
      measured([](double x) { return std::pow(x, -0.5); }, doublings(16, 8), 4096, 0.4);
  const auto decided = [&](const Prediction& p, Polarity polarity) {
    return decide_power_law(p, polarity, data, alpha).outcome;
  };
  const Prediction upper = at_most({{"N", -0.5}}).within(band);
  const Prediction lower = at_least({{"N", -0.5}}).within(band);
  EXPECT_EQ(decided(upper, Polarity::upper_bound), Outcome::supported);
  EXPECT_EQ(decided(upper, Polarity::lower_bound), Outcome::inconclusive);
  EXPECT_EQ(decided(lower, Polarity::lower_bound), Outcome::supported);
  EXPECT_EQ(decided(lower, Polarity::upper_bound), Outcome::inconclusive);
  const Prediction too_low = at_most({{"N", -0.7}}).within(band);
  EXPECT_EQ(decided(too_low, Polarity::lower_bound), Outcome::refuted);
  EXPECT_EQ(decided(too_low, Polarity::upper_bound), Outcome::inconclusive);
  EXPECT_EQ(decided(half(), Polarity::lower_bound), Outcome::inconclusive);
}

}  // namespace
}  // namespace asymptest
