#include "asymptest/inference/fit/separable/constant_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <stdexcept>
#include <vector>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/sample/summaries.hpp"
#include "asymptest/inference/verdict/region.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::constant_fit_test {
namespace {

// Degrees of freedom of an error that is known.
constexpr double known = 1e9;
constexpr RegionChances chances{.edge = exponent_chance_at_edge, .alpha = 0.01};

PowerLaw law_in(const std::string& name, double exponent) {
  return {.factors = {{name, exponent}}, .plus_constant = true};
}

std::vector<double> doublings(double first, int count) {
  std::vector<double> sizes;
  for (int i = 0; i < count; ++i) sizes.push_back(first * std::exp2(i));
  return sizes;
}

// Means with known errors: those are `noise` of what the law differs from its constant by.
Statistics means(const std::vector<double>& sizes, double constant,
                 const std::function<double(double)>& varying, double noise,
                 std::uint64_t seed = 1) {
  Stream random({seed, "constant-fit-test", "", 0});
  Statistics s{{}, true, known};
  for (const double x : sizes) {
    const double error = noise * std::abs(varying(x));
    const double value = constant + varying(x) + error * random.normal();
    s.points.push_back({Point{{"N", x}}, 8, std::log(value), error / value});
  }
  return s;
}

// Of exact data the exponent is found to the square root of rounding, in units of the range.
constexpr double half_the_digits = 1e-6;

TEST(ConstantFit, FindsExponentAndConstantOfExactDataOfEitherSign) {
  for (const double amplitude : {4.0, -1.5}) {
    for (const double exponent : {-0.35, -1.0, 0.5}) {
      const double scale = std::pow(16, -exponent) * (exponent > 0 ? 0.01 : 1);
      const auto s = means(
          doublings(16, 9), 1.7,
          [&](double x) { return amplitude * 0.4 * scale * std::pow(x, exponent); }, 0);
      Statistics exact = s;
      exact.noise_is_known = false;
      for (PointStatistic& p : exact.points) p.error = 1;
      const PowerLawFit fit = fit_beside_constant(law_in("N", exponent), exact, chances);
      EXPECT_NEAR(fit.exponents[0].estimate, exponent, half_the_digits);
      EXPECT_NEAR(*fit.constant, 1.7, half_the_digits);
      EXPECT_LT(fit.exponents[0].outer.upper - fit.exponents[0].outer.lower, 0.01);
    }
  }
}

TEST(ConstantFit, CoversTheExponentAndDecidesIt) {
  // 1.7 + 4x^−0.35, eight trials of 2 % of the decaying part.
  constexpr int replicates = 100;
  constexpr double band = 0.05, confidence = 0.999;
  const double noise = 0.02 / std::sqrt(8);
  int missed = 0, decided = 0;
  for (std::uint64_t r = 1; r <= replicates; ++r) {
    const auto s = means(
        doublings(16, 9), 1.7, [](double x) { return 4 * std::pow(x, -0.35); }, noise, r);
    const ExponentRegion e = fit_beside_constant(law_in("N", -0.35), s, chances).exponents[0];
    missed += e.outer.lower > -0.35 || e.outer.upper < -0.35 ? 1 : 0;
    const Bounds region = two_level(e.inner, e.outer, band);
    decided += region.lower >= -0.35 - band && region.upper <= -0.35 + band ? 1 : 0;
  }
  EXPECT_LE(clopper_pearson(missed, replicates, confidence).lower, chances.alpha);
  EXPECT_GE(decided, replicates * 8 / 10);
}

TEST(ConstantFit, AllowsForACorrectionOfALargePartOfTheLaw) {
  constexpr int replicates = 60;
  constexpr double confidence = 0.999;
  for (const double omega : {0.35, 1.0, 2.0}) {
    for (const double b : {-0.2, 0.2}) {
      int missed = 0;
      for (std::uint64_t r = 1; r <= replicates; ++r) {
        const auto s = means(
            doublings(16, 9), 1.7,
            [&](double x) { return 4 * std::pow(x, -0.35) * (1 + b * std::pow(x / 16, -omega)); },
            0.007, r);
        const ExponentRegion e = fit_beside_constant(law_in("N", -0.35), s, chances).exponents[0];
        missed += e.outer.lower > -0.35 || e.outer.upper < -0.35 ? 1 : 0;
      }
      EXPECT_LE(clopper_pearson(missed, replicates, confidence).lower, chances.alpha)
          << omega << ' ' << b;
    }
  }
}

// n·log n + overhead isn't n^1.1 + overhead.
TEST(ConstantFit, HoldsThePowerOfALawThatGrowsByALogarithmMore) {
  constexpr int replicates = 60;
  constexpr double confidence = 0.999, noise = 0.005;
  for (const double first : {16.0, 1000.0}) {
    int missed = 0;
    for (std::uint64_t r = 1; r <= replicates; ++r) {
      Stream random({r, "constant-fit-test", "logarithm", 0});
      Statistics s{{}, true, known};
      for (const double x : doublings(first, 11)) {
        const double value = x * std::log(x) + 2 * first * std::log(first);
        s.points.push_back(
            {Point{{"N", x}}, 8, std::log(value * (1 + noise * random.normal())), noise});
      }
      const ExponentRegion e = fit_beside_constant(law_in("N", 1), s, chances).exponents[0];
      missed += e.outer.lower > 1 || e.outer.upper < 1 ? 1 : 0;
    }
    EXPECT_LE(clopper_pearson(missed, replicates, confidence).lower, chances.alpha) << first;
  }
}

TEST(ConstantFit, SaysNothingWhereNothingChanges) {
  const auto s = means(
      doublings(16, 9), 1, [](double) { return 1.0; }, 0.01);
  const ExponentRegion e = fit_beside_constant(law_in("N", -0.5), s, chances).exponents[0];
  EXPECT_EQ(e.outer.lower, -infinity);
  EXPECT_EQ(e.outer.upper, infinity);
}

TEST(ConstantFit, DependsOnNoUnit) {
  const auto law = [](double x) { return 4 * std::pow(x, -0.35); };
  const Statistics s = means(doublings(16, 9), 1.7, law, 0.007);
  Statistics moved = s;
  for (PointStatistic& p : moved.points) {
    p.at = Point{{"N", p.at["N"] * 1e6}};
    p.log_value -= std::log(1e3);
  }
  const auto here = fit_beside_constant(law_in("N", -0.35), s, chances).exponents[0];
  const auto there = fit_beside_constant(law_in("N", -0.35), moved, chances).exponents[0];
  EXPECT_NEAR(here.outer.lower, there.outer.lower, half_the_digits);
  EXPECT_NEAR(here.outer.upper, there.outer.upper, half_the_digits);
  EXPECT_NEAR(here.estimate, there.estimate, half_the_digits);
}

TEST(ConstantFit, TurnsWithTheLimit) {
  constexpr double error_of_a_size = 0.001;
  const auto s = means(
      {1, 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625}, 2, [](double h) { return h * h; },
      error_of_a_size);
  PowerLaw law = law_in("N", 2);
  law.factors[0].towards = Towards::zero;
  const ExponentRegion e = fit_beside_constant(law, s, chances).exponents[0];
  // Beside a free constant an exponent has several times the error of a size.
  EXPECT_NEAR(e.estimate, 2, 20 * error_of_a_size);
  EXPECT_LE(e.outer.lower, 2);
  EXPECT_GE(e.outer.upper, 2);
}

TEST(ConstantFit, RefusesWhatItDoesNotFit) {
  const auto s = means(
      doublings(16, 9), 1, [](double x) { return 1 / x; }, 0.01);
  PowerLaw logs = law_in("N", -1);
  logs.up_to_logs = true;
  EXPECT_THROW(fit_beside_constant(logs, s, chances), std::invalid_argument);
  const auto few = means(
      doublings(16, 3), 1, [](double x) { return 1 / x; }, 0.01);
  EXPECT_THROW(fit_beside_constant(law_in("N", -1), few, chances), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::constant_fit_test
