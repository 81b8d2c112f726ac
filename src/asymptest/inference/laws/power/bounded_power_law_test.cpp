#include "asymptest/inference/laws/power/bounded_power_law.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/inference/decide.hpp"
#include "asymptest/testing/test_trials.hpp"

namespace asymptest::bounded_power_law_test {
namespace {

using testing::HasSubstr;

const std::vector<double> sizes{1, 2, 4, 8, 16, 32, 64, 128};
constexpr double alpha = 0.01;

std::vector<PointTrials> coins(int trials, double exponent, std::uint64_t seed) {
  return test::draw_trials("n", sizes, trials, seed, [=](double n, Stream& random) {
    return random.uniform() < 0.8 * std::pow(n, exponent) ? 1.0 : 0.0;
  });
}

Prediction chance_law(double exponent) {
  return theta({{"n", exponent}}).within(0.1).of(Summary::proportion);
}

// A region's end is found to 0.3 % of its width, once in each of two units.
double search_error(const Verdict& verdict) {
  constexpr double of_width = 0.003, units = 2;
  const Estimate& e = verdict.estimates.front();
  return units * of_width * (e.upper - e.lower);
}

TEST(BoundedPowerLaw, DecidesCoinsBothWays) {
  const auto trials = coins(20000, -0.5, 1);
  EXPECT_EQ(decide(chance_law(-0.5), trials, alpha).outcome, Outcome::supported);
  EXPECT_EQ(decide(chance_law(-0.2), trials, alpha).outcome, Outcome::refuted);
}

TEST(BoundedPowerLaw, DecidesABoundedMeanInAnyUnit) {
  const auto percent = [](std::vector<PointTrials> trials) {
    for (PointTrials& point : trials) {
      for (double& value : point.values) value *= 100;
    }
    return trials;
  };
  const auto shares = test::draw_trials("n", sizes, 4000, 2, [](double n, Stream& random) {
    return std::pow(random.uniform(), 1 / (0.8 / std::sqrt(n)) - 1);
  });
  const auto law = [](double most) { return theta({{"n", -0.5}}).within(0.2).bounded(0, most); };
  const Verdict unit = decide(law(1), shares, alpha);
  EXPECT_EQ(unit.outcome, Outcome::supported);
  const Verdict scaled = decide(law(100), percent(shares), alpha);
  EXPECT_EQ(scaled.outcome, unit.outcome);
  EXPECT_NEAR(scaled.estimates.front().lower, unit.estimates.front().lower, search_error(unit));
}

TEST(BoundedPowerLaw, DoesNotDependOnTheUnitOfTheSizes) {
  const Prediction law = chance_law(-0.5).towards(Towards::infinity);
  const Verdict plain = decide(law, coins(4000, -0.5, 6), alpha);
  for (const double unit : {1e-6, 1e6}) {
    auto trials = coins(4000, -0.5, 6);
    for (PointTrials& point : trials) point.at = Point{{"n", unit * point.at["n"]}};
    const Verdict scaled = decide(law, trials, alpha);
    EXPECT_EQ(scaled.outcome, plain.outcome);
    EXPECT_NEAR(scaled.estimates.front().lower, plain.estimates.front().lower, search_error(plain));
  }
}

TEST(BoundedPowerLaw, IsNotWrongInThirtyDataSets) {
  int wrong = 0;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto trials = coins(2000, -0.5, 100 + seed);
    wrong += decide(chance_law(-0.5), trials, alpha).outcome == Outcome::refuted;
    wrong += decide(chance_law(-0.3), trials, alpha).outcome == Outcome::supported;
    wrong += decide(chance_law(-0.7), trials, alpha).outcome == Outcome::supported;
  }
  EXPECT_EQ(wrong, 0) << "a chance of 1 % at most each; the intervals' is far below";
}

TEST(BoundedPowerLaw, AsksForTheTrialsThatDecide) {
  const Verdict few = decide(chance_law(-0.5), coins(300, -0.5, 3), alpha);
  EXPECT_EQ(few.outcome, Outcome::inconclusive);
  EXPECT_EQ(few.need, Need::more_trials);
  EXPECT_THAT(few.asked_for, HasSubstr("times as many trials would decide"));
  const int factor = std::stoi(few.asked_for.substr(std::string("about ").size()));
  EXPECT_EQ(decide(chance_law(-0.5), coins(300 * factor, -0.5, 4), alpha).outcome,
            Outcome::supported);
}

TEST(BoundedPowerLaw, DecidesNothingWhereNoLawFits) {
  const auto trials = test::draw_trials("n", sizes, 20000, 5, [](double n, Stream& random) {
    const double zigzag = std::fmod(std::log2(n), 2) == 0 ? 1 : 0.4;
    return random.uniform() < zigzag / std::sqrt(n) ? 1.0 : 0.0;
  });
  const Verdict verdict = decide(chance_law(-0.5), trials, alpha);
  EXPECT_EQ(verdict.outcome, Outcome::inconclusive);
  EXPECT_THAT(verdict.reason, HasSubstr("no law with its finite-size corrections passes"));
}

TEST(BoundedPowerLaw, WithholdsWhatThePolarityCannotCarry) {
  const Verdict verdict =
      decide(chance_law(-0.5), Polarity::lower_bound, coins(20000, -0.5, 1), alpha);
  EXPECT_EQ(verdict.outcome, Outcome::inconclusive);
  EXPECT_EQ(verdict.need, Need::nothing);
}

TEST(BoundedPowerLaw, RefusesTrialsThatAreNoCoins) {
  auto trials = coins(10, -0.5, 1);
  trials[3].values[2] = 0.5;
  EXPECT_THAT([&] { decide(chance_law(-0.5), trials, alpha); },
              testing::ThrowsMessage<std::domain_error>(HasSubstr("trial 2 at n=8 is 0.5")));
}

}  // namespace
}  // namespace asymptest::bounded_power_law_test
