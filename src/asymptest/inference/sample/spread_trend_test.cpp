#include "asymptest/inference/sample/spread_trend.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "asymptest/random/stream.hpp"

namespace asymptest::spread_trend_test {
namespace {

// Variances of `trials` normal trials at eight doubling sizes, true variance `law`.
std::vector<SpreadEstimate> estimates(const std::function<double(double)>& law, int trials,
                                      std::uint64_t seed) {
  Stream random({seed, "spread-trend-test", "", 0});
  std::vector<SpreadEstimate> all;
  for (int i = 0; i < 8; ++i) {
    double sum = 0, squares = 0;
    for (int t = 0; t < trials; ++t) {
      const double z = random.normal();
      sum += z, squares += z * z;
    }
    const double degrees = trials - 1.0, log_size = i * std::log(2.0);
    all.push_back({law(i) * (squares - sum * sum / trials) / degrees, degrees, log_size});
  }
  return all;
}

// Root mean square error of the logarithm of the variance over 200 data sets.
double log_error(const std::function<double(double)>& law, int trials, bool shrunk) {
  constexpr int replicates = 200;
  double squares = 0;
  for (std::uint64_t r = 1; r <= replicates; ++r) {
    const auto own = estimates(law, trials, r);
    const ShrunkSpread together = shrink_spread(own);
    for (std::size_t i = 0; i < own.size(); ++i) {
      const double v = shrunk ? together.variances[i] : own[i].variance;
      squares += std::pow(std::log(v / law(static_cast<double>(i))), 2);
    }
  }
  return std::sqrt(squares / (8 * replicates));
}

TEST(ShrinkSpread, IsThePooledVarianceWhereAllAgree) {
  constexpr double rounding = 1e-12;
  const std::vector<SpreadEstimate> equal(8, {0.25, 2, 0});
  const ShrunkSpread s = shrink_spread(equal);
  EXPECT_EQ(s.prior_degrees, most_prior_degrees);
  EXPECT_EQ(s.degrees, 16);
  for (const double v : s.variances) EXPECT_NEAR(v, 0.25, rounding);
}

TEST(ShrinkSpread, HalvesTheErrorOfFewTrialsAtLeast) {
  const auto even = [](double) { return 1.0; };
  const auto steep = [](double i) { return std::exp2(i); };  // variance in proportion to the size
  for (const int trials : {3, 5}) {
    EXPECT_LT(log_error(even, trials, true), log_error(even, trials, false) / 2) << trials;
    EXPECT_LT(log_error(steep, trials, true), log_error(steep, trials, false) / 1.4) << trials;
  }
}

TEST(ShrinkSpread, KeepsSpreadsThatDifferWithoutATrend) {
  const auto erratic = [](double i) { return std::fmod(i, 2) < 1 ? 1.0 : 1e-4; };
  for (std::uint64_t r = 1; r <= 20; ++r) {
    EXPECT_LT(shrink_spread(estimates(erratic, 5, r)).prior_degrees, 4) << r;
  }
}

TEST(ShrinkSpread, HardlyTouchesPointsOfManyTrials) {
  constexpr double part = 32.0 / 4096;
  const auto own = estimates([](double i) { return i < 4 ? 1.0 : 2.0; }, 4096, 1);
  const ShrunkSpread s = shrink_spread(own);
  for (std::size_t i = 0; i < own.size(); ++i) {
    EXPECT_NEAR(s.variances[i] / own[i].variance, 1, part) << i;
  }
}

TEST(ShrinkSpread, LendsTheTrendToAPointThatTellsNothing) {
  std::vector<SpreadEstimate> points(8, {0.25, 2, 0});
  points.push_back({0, 0, 3});
  constexpr double rounding = 1e-12;  // of an exponential and a logarithm or two
  EXPECT_NEAR(shrink_spread(points).variances.back(), 0.25, rounding);
}

}  // namespace
}  // namespace asymptest::spread_trend_test
