#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::likelihood_ratio_limit_test {
namespace {

constexpr double rounding = 1e-9;  // of quantiles, relative
constexpr double alpha = 0.01;

Statistics eight_points(bool noise_is_known) {
  Statistics s;
  for (int i = 0; i < 8; ++i) s.points.push_back({Point{{"n", 1.0 + i}}, 100, 0, 0.01});
  s.noise_is_known = noise_is_known;
  s.degrees = 8 * 99;
  return s;
}

TEST(LikelihoodRatioLimit, IsTheSquareOfStudentsQuantileForOneParameter) {
  const LikelihoodRatioLimit limit{0.25, 6};
  EXPECT_NEAR(limit.at(0.01) / (0.25 * std::pow(two_sided_quantile(0.01, 6), 2)), 1, rounding);
}

TEST(LikelihoodRatioLimit, IsTheChiSquaredQuantileForSeveralParametersAndKnownNoise) {
  const LikelihoodRatioLimit limit{1, std::numeric_limits<double>::infinity()};
  EXPECT_NEAR(chi_squared_tail(limit.at(0.01, 3), 3) / 0.01, 1, rounding);
}

TEST(LikelihoodRatioLimit, OnBoundsIsHalfTheTailOfTwoParameters) {
  const LikelihoodRatioLimit limit{1, std::numeric_limits<double>::infinity()};
  // P(χ²₂ > c) = exp(−c/2).
  for (const double chance : {1e-2, 1e-4, 1e-6}) {
    EXPECT_NEAR(limit.at_bounds(chance) / (-2 * std::log(2 * chance)), 1, rounding);
  }
}

TEST(LikelihoodRatioLimit, OnBoundsIsNeverBelowThatOfOneParameter) {
  for (const double degrees : {1.0, 4.0, 1e4}) {
    for (const double chance : {0.4, 0.01, 1e-5}) {
      const LikelihoodRatioLimit limit{0.5, degrees};
      EXPECT_GE(limit.at_bounds(chance), limit.at(chance)) << chance << ", " << degrees;
    }
  }
  EXPECT_TRUE(std::isinf(LikelihoodRatioLimit{1, 0}.at_bounds(0.01)));
}

TEST(LikelihoodRatioLimit, IsInfiniteWithoutAnyDegreeOfFreedom) {
  EXPECT_TRUE(std::isinf(LikelihoodRatioLimit{1, 0}.at(0.01)));
}

TEST(FitQuality, TakesTheTrialsNoiseWhereTheLawFits) {
  const FitQuality q = fit_quality(eight_points(true), 4, 4, alpha);
  EXPECT_TRUE(q.adequate);
  EXPECT_EQ(q.limit.noise_variance, 1);
  EXPECT_EQ(q.limit.degrees, 8 * 99);
  EXPECT_NEAR(q.p_value, fisher_tail(1, 4, 8 * 99), rounding);
}

TEST(FitQuality, TakesTheResidualsWhereNoLawFits) {
  const FitQuality q = fit_quality(eight_points(true), 40, 4, alpha);
  EXPECT_FALSE(q.adequate);
  EXPECT_NEAR(q.limit.noise_variance, 10, rounding);
  EXPECT_EQ(q.limit.degrees, 4);
}

// A misfit of 15 on four degrees of freedom has p = 0.5 %, one of 10 has p = 4 %.
TEST(FitQuality, TurnsAwayATrueLawWithTheVerdictsAlphaAndOnePercentAtMost) {
  EXPECT_FALSE(fit_quality(eight_points(true), 15, 4, 0.01).adequate);
  EXPECT_TRUE(fit_quality(eight_points(true), 15, 4, 1e-4).adequate);
  EXPECT_TRUE(fit_quality(eight_points(true), 10, 4, 0.1).adequate);
}

TEST(FitQuality, TakesTheResidualsWithoutReplicates) {
  const FitQuality q = fit_quality(eight_points(false), 2, 4, alpha);
  EXPECT_TRUE(q.adequate);
  EXPECT_TRUE(std::isnan(q.p_value));
  EXPECT_NEAR(q.limit.noise_variance, 0.5, rounding);
  EXPECT_EQ(q.limit.degrees, 4);
}

TEST(FitQuality, KnowsNothingWithoutReplicatesAndWithoutResiduals) {
  EXPECT_TRUE(std::isinf(fit_quality(eight_points(false), 0, 8, alpha).limit.at(0.5)));
}

// Of independent normal residuals at most about 1 % give the alarm at 1 %, of a random walk most.
TEST(SerialChance, TellsARandomWalkFromIndependentNoise) {
  constexpr int replicates = 2000, sizes = 40;
  int independent = 0, walks = 0;
  for (std::uint64_t r = 0; r < replicates; ++r) {
    Stream random({1, "serial-chance", "", r});
    std::vector<double> noise(sizes), walk(sizes);
    for (int i = 0; i < sizes; ++i) {
      const auto k = static_cast<std::size_t>(i);
      noise[k] = random.normal();
      walk[k] = noise[k] + (i > 0 ? walk[k - 1] : 0);
    }
    independent += serial_chance(noise) < alpha ? 1 : 0;
    walks += serial_chance(walk) < alpha ? 1 : 0;
  }
  EXPECT_LT(independent, 2 * alpha * replicates);
  EXPECT_GT(walks, 0.95 * replicates);
}

TEST(SerialChance, IsNothingForFewResidualsOrNone) {
  EXPECT_TRUE(std::isnan(serial_chance(std::vector<double>{1, 1, 1})));
  EXPECT_TRUE(std::isnan(serial_chance(std::vector<double>(9, 0.0))));
}

std::vector<double> slow_wave(std::size_t sizes, double amplitude) {
  std::vector<double> wave;
  for (std::size_t i = 0; i < sizes; ++i) {
    wave.push_back(amplitude * std::sin(0.3 * static_cast<double>(i)));
  }
  return wave;
}

TEST(FitQuality, TakesNoLawForFittedWhoseResidualsFollowEachOther) {
  Statistics single = eight_points(false);
  single.points.resize(40, single.points.front());
  EXPECT_FALSE(fit_quality(single, 2, 4, alpha, slow_wave(40, 0.1)).adequate);
  EXPECT_TRUE(fit_quality(single, 2, 4, alpha, slow_wave(40, 1e-5)).adequate) << "negligible";
}

TEST(FitQuality, DoesNotAverageAMisfitOverMoreThanEightSizes) {
  Statistics many = eight_points(true);
  many.points.resize(64, many.points.front());
  const FitQuality q = fit_quality(many, 600, 4, alpha);
  ASSERT_FALSE(q.adequate);
  EXPECT_NEAR(q.limit.noise_variance, 10.0 * 64 / 8, rounding);
}

}  // namespace
}  // namespace asymptest::likelihood_ratio_limit_test
