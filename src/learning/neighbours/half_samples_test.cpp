#include "learning/neighbours/half_samples.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::half_samples_test {
namespace {

/// A few dozen roundings of numbers of order one.
constexpr double rounding = 1e-14;

TEST(HalfSamples, PartAllPointsIntoEqualHalves) {
  const HalfSamples halves(320);
  EXPECT_EQ(halves.members(0).size(), 320U);
  for (int sample = 1; sample < HalfSamples::samples; sample += 2) {
    const auto a = halves.members(sample), b = halves.members(sample + 1);
    std::set<Eigen::Index> both(a.begin(), a.end());
    both.insert(b.begin(), b.end());
    EXPECT_EQ(a.size(), 160U);
    EXPECT_EQ(b.size(), 160U);
    EXPECT_EQ(both.size(), 320U);
  }
}

TEST(HalfSamples, AreBalanced) {
  // Halves of different partings have a quarter of the points in common.
  const HalfSamples halves(640);
  for (int s = 1; s < HalfSamples::samples; ++s) {
    for (int t = s + 2 - (s + 1) % 2; t < HalfSamples::samples; ++t) {
      int common = 0;
      for (Eigen::Index i = 0; i < 640; ++i) {
        common += static_cast<int>(halves.mask(i) >> s & halves.mask(i) >> t & 1);
      }
      EXPECT_EQ(common, 160) << s << " " << t;
    }
  }
}

TEST(HalfSamples, HaveAnchorsThatAreDifferentPoints) {
  const auto anchors = HalfSamples(100).anchors(70);
  EXPECT_EQ(std::set<Eigen::Index>(anchors.begin(), anchors.end()).size(), 70U);
  EXPECT_EQ(HalfSamples(100).anchors(1000).size(), 100U);
}

TEST(HalfSampleError, OfAMeanIsThatOfItsGroups) {
  // For the mean of N numbers the parting by an orthogonal array gives the variance between the 32
  // groups, (1/32) Σ_g (mean_g − mean)²/31, exactly.
  constexpr Eigen::Index count = 640;
  const HalfSamples halves(count);
  Stream random({.claim = "half-samples-test"});
  Eigen::VectorXd numbers(count);
  random.fill_normal({numbers.data(), count});
  Eigen::VectorXd means(HalfSamples::samples);
  for (int s = 0; s < HalfSamples::samples; ++s) {
    const auto members = halves.members(s);
    means(s) = numbers(members).mean();
  }
  std::map<std::uint64_t, double> group_means;
  for (Eigen::Index i = 0; i < count; ++i) group_means[halves.mask(i)] += numbers(i) / 20;
  ASSERT_EQ(group_means.size(), 32U);
  double variance = 0;
  for (const auto& [mask, mean] : group_means) variance += std::pow(mean - means(0), 2) / 31 / 32;
  EXPECT_NEAR(half_sample_error(means), std::sqrt(variance), rounding);
}

TEST(DimensionInterval, IsSymmetricInTheReciprocal) {
  Eigen::VectorXd values = Eigen::VectorXd::Constant(HalfSamples::samples, 0.25);
  for (int s = 1; s < HalfSamples::samples; s += 2) values(s) += 0.02;
  const DimensionInterval interval = dimension_interval(values);
  EXPECT_EQ(interval.dimension, 4);
  EXPECT_NEAR(1 / interval.lower, 0.25 + 2.0395134 * 0.01, 1e-8);
  EXPECT_NEAR(1 / interval.upper, 0.25 - 2.0395134 * 0.01, 1e-8);
  values(0) = 0.01;
  EXPECT_EQ(dimension_interval(values).upper, std::numeric_limits<double>::infinity());
}

TEST(HalfSamples, RefuseTooFewPoints) {
  EXPECT_THAT([] { HalfSamples(63); }, testing::ThrowsMessage<std::invalid_argument>(
                                           testing::HasSubstr("63 points, expected at least 64")));
}

TEST(ListLength, LeavesEachHalfItsNeighbours) {
  EXPECT_EQ(list_length(2, 1000000), 4 + 12 + 8);
  EXPECT_EQ(list_length(20, 50), 49);
}

TEST(DimensionIntervalWithBias, HoldsTheLimitThatTheHalvesPointTo) {
  // θ = 1/2 + 0.01·(N₀/N), d = 2: the halves have 0.52, and no noise.
  Eigen::VectorXd values = Eigen::VectorXd::Constant(HalfSamples::samples, 0.52);
  values(0) = 0.51;
  const double bias = 0.01 / (std::pow(2, 2 * 0.51) - 1);
  const DimensionInterval interval = dimension_interval_with_bias(values);
  EXPECT_DOUBLE_EQ(interval.dimension, 1 / 0.51);
  EXPECT_DOUBLE_EQ(interval.lower, 1 / 0.51);
  EXPECT_NEAR(interval.upper, 1 / (0.51 - 1.5 * bias), 1e-12);
  EXPECT_GT(interval.upper, 2);
  values.tail(HalfSamples::samples - 1).setConstant(0.50);  // the bias has the other sign
  EXPECT_LT(dimension_interval_with_bias(values).lower, 1 / 0.52);
}

}  // namespace
}  // namespace asymptest::learning::half_samples_test
