#include "asymptest/inference/excess_limit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "asymptest/inference/quantiles.hpp"

namespace asymptest {
namespace {

constexpr double rounding = 1e-9;  // of quantiles, relative

Statistics eight_points(bool noise_is_known) {
  Statistics s;
  for (int i = 0; i < 8; ++i) s.points.push_back({Point{{"n", 1.0 + i}}, 100, 0, 0.01});
  s.noise_is_known = noise_is_known;
  s.degrees = 8 * 99;
  return s;
}

TEST(ExcessLimit, IsTheSquareOfStudentsQuantileForOneParameter) {
  const ExcessLimit limit{0.25, 6};
  EXPECT_NEAR(limit.at(0.01) / (0.25 * std::pow(two_sided_quantile(0.01, 6), 2)), 1, rounding);
}

TEST(ExcessLimit, IsTheChiSquaredQuantileForSeveralParametersAndKnownNoise) {
  const ExcessLimit limit{1, std::numeric_limits<double>::infinity()};
  EXPECT_NEAR(chi_squared_tail(limit.at(0.01, 3), 3) / 0.01, 1, rounding);
}

TEST(ExcessLimit, IsInfiniteWithoutAnyDegreeOfFreedom) {
  EXPECT_TRUE(std::isinf(ExcessLimit{1, 0}.at(0.01)));
}

TEST(FitQuality, TakesTheTrialsNoiseWhereTheLawFits) {
  const FitQuality q = fit_quality(eight_points(true), 4, 4);
  EXPECT_TRUE(q.adequate);
  EXPECT_EQ(q.limit.noise_variance, 1);
  EXPECT_EQ(q.limit.degrees, 8 * 99);
  EXPECT_NEAR(q.p_value, fisher_tail(1, 4, 8 * 99), rounding);
}

TEST(FitQuality, TakesTheResidualsWhereNoLawFits) {
  const FitQuality q = fit_quality(eight_points(true), 40, 4);
  EXPECT_FALSE(q.adequate);
  EXPECT_NEAR(q.limit.noise_variance, 10, rounding);
  EXPECT_EQ(q.limit.degrees, 4);
}

TEST(FitQuality, TakesTheResidualsWithoutReplicates) {
  const FitQuality q = fit_quality(eight_points(false), 2, 4);
  EXPECT_TRUE(q.adequate);
  EXPECT_TRUE(std::isnan(q.p_value));
  EXPECT_NEAR(q.limit.noise_variance, 0.5, rounding);
  EXPECT_EQ(q.limit.degrees, 4);
}

TEST(FitQuality, KnowsNothingWithoutReplicatesAndWithoutResiduals) {
  EXPECT_TRUE(std::isinf(fit_quality(eight_points(false), 0, 8).limit.at(0.5)));
}

}  // namespace
}  // namespace asymptest
