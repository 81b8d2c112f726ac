#include "asymptest/inference/sample/moments.hpp"

#include <gtest/gtest.h>

#include <boost/math/statistics/univariate_statistics.hpp>
#include <cmath>
#include <vector>

#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest::moments_test {
namespace {

// Sums of a few numbers of order 1 in double precision.
constexpr double rounding = 1e-12;

TEST(MomentsOf, AgreeWithThoseOfALibrary) {
  const std::vector<double> values{0.5, 4, 1, 1.25, 2, 7};
  const Moments m = moments_of(values, 1);
  const auto n = static_cast<double>(values.size());
  EXPECT_NEAR(m.mean, boost::math::statistics::mean(values), rounding);
  const double variance = boost::math::statistics::sample_variance(values);
  EXPECT_NEAR(m.error, std::sqrt(variance / n), rounding);
  EXPECT_NEAR(m.skewness, boost::math::statistics::skewness(values), rounding);
  EXPECT_NEAR(m.reach, 7 - m.mean, rounding);
}

TEST(MomentsOf, AreInUnitsOfTheScale) {
  const std::vector<double> values{1e300, 2e300, 6e300};
  const Moments m = moments_of(values, 1e300);
  EXPECT_NEAR(m.mean, 3, rounding);
  EXPECT_NEAR(m.error, std::sqrt(14.0 / 6), rounding);
  EXPECT_NEAR(m.skewness, 6 / std::pow(14.0 / 3, 1.5), rounding);
  EXPECT_NEAR(m.reach, 3, rounding);
}

TEST(MomentsOf, TellNoErrorFromASingleValueAndNoSkewnessWithoutSpread) {
  EXPECT_EQ(moments_of(std::vector<double>{2}, 1).error, infinity);
  EXPECT_EQ(moments_of(std::vector<double>{2, 2, 2}, 1).skewness, 0);
}

}  // namespace
}  // namespace asymptest::moments_test
