#include "asymptest/inference/fit/plain_forms.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::plain_forms_test {
namespace {

constexpr double alpha = 0.01;

/// Of a linear solve for values of order 1.
constexpr double rounding = 1e-12;
/// A rate is found to the root of the rounding of its misfit, 1.5e-8 of an e-fold of 1/rate, and
/// what is solved for beside it follows.
constexpr double of_a_minimum = 1e-5;

struct Sample {
  Statistics statistics;
  std::vector<double> sizes;
};

/// Summaries of known error about a curve.
Sample sample(const std::function<double(double)>& curve, double error, std::uint64_t seed = 0) {
  Sample s;
  s.statistics.noise_is_known = true;
  s.statistics.degrees = 1e9;
  Stream random({seed, "plain", "forms", 0});
  for (double x = 1; x <= 128; x *= 2) {
    s.sizes.push_back(x);
    const double noise = seed == 0 ? 0 : error * random.normal();
    s.statistics.points.push_back({.at = Point({{"x", x}}),
                                   .trials = 9,
                                   .log_value = std::log(curve(x)) + noise,
                                   .error = error});
  }
  return s;
}

TEST(PlainForms, FindTheParametersOfExactCurves) {
  const Sample log = sample([](double x) { return 3 + 0.5 * std::log(x); }, 0.01);
  const PlainFit line = fit_logarithm(log.statistics, log.sizes, alpha);
  EXPECT_NEAR(line.parameters[0], 3, rounding);
  EXPECT_NEAR(line.parameters[1], 0.5, rounding);
  const Sample decay = sample([](double x) { return 2 * std::exp(-0.05 * x); }, 0.01);
  const PlainFit exponential = fit_exponential(decay.statistics, decay.sizes, alpha);
  EXPECT_NEAR(exponential.parameters[0], 2, of_a_minimum);
  EXPECT_NEAR(exponential.parameters[1], 0.05, of_a_minimum);
  const Sample floor = sample([](double x) { return 1 + 2 * std::exp(-0.2 * x); }, 0.01);
  const PlainFit limited = fit_exponential_beside_constant(floor.statistics, floor.sizes, alpha);
  EXPECT_NEAR(limited.parameters[0], 2, of_a_minimum);
  EXPECT_NEAR(limited.parameters[1], 0.2, of_a_minimum);
  EXPECT_NEAR(limited.parameters[2], 1, of_a_minimum);
}

TEST(PlainForms, GrowthHasANegativeRate) {
  const Sample growth = sample([](double x) { return std::exp(0.03 * x); }, 0.01);
  EXPECT_NEAR(fit_exponential(growth.statistics, growth.sizes, alpha).parameters[1], -0.03,
              of_a_minimum);
}

TEST(PlainForms, TheTrueFormIsTurnedAwayWithTheStatedChance) {
  constexpr int repetitions = 200;
  int turned_away = 0;
  for (int r = 1; r <= repetitions; ++r) {
    const Sample s = sample([](double x) { return 1 + 2 * std::exp(-0.2 * x); }, 0.02,
                            static_cast<std::uint64_t>(r));
    if (!fit_exponential_beside_constant(s.statistics, s.sizes, alpha).adequate) ++turned_away;
  }
  EXPECT_LE(turned_away, 8);  // of 200 events of 1 % more happen with a chance of 10⁻⁴
}

TEST(PlainForms, AnotherFormDoesNotFit) {
  const Sample power = sample([](double x) { return std::pow(x, -0.5); }, 0.01);
  EXPECT_FALSE(fit_logarithm(power.statistics, power.sizes, alpha).adequate);
  EXPECT_FALSE(fit_exponential(power.statistics, power.sizes, alpha).adequate);
  EXPECT_FALSE(fit_exponential_beside_constant(power.statistics, power.sizes, alpha).adequate);
}

TEST(PlainForms, NeedFourSizes) {
  Sample s = sample([](double x) { return x; }, 0.01);
  s.sizes.resize(3);
  s.statistics.points.resize(3);
  EXPECT_THROW(fit_logarithm(s.statistics, s.sizes, alpha), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::plain_forms_test
