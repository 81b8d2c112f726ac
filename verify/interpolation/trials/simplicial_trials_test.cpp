#include "simplicial_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::interpolation::simplicial_trials_test {
namespace {

using learning::LatticeNoise;
using learning::LatticePoint;

constexpr std::uint64_t trials = 4096;

Stream stream(std::uint64_t trial) { return Stream({1, "simplicial-trials-test", "", trial}); }

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("simplicial-trials-test", trial, at, trials);
}

/// Five standard errors: a variable between `least` and `largest` has a variance of at most
/// (largest − mean)(mean − least) (Bhatia, Davis 2000).
double tolerance(double least, double mean, double largest) {
  return 5 * std::sqrt((largest - mean) * (mean - least) / static_cast<double>(trials));
}

TEST(SimplicialTrials, HaveTheMeansOfDirichletWeights) {
  for (const double d : {1.0, 4.0}) {
    const Point at{{"d", d}};
    const double least = 1 / (d + 1), noise = 2 / (d + 2);
    EXPECT_NEAR(mean_of(noise_part, at), noise, tolerance(least, noise, 1)) << at.key();
    const double shared = (1 + noise) / 2;
    EXPECT_NEAR(mean_of(with_shared_noise, at), shared, tolerance((1 + least) / 2, shared, 1))
        << at.key();
    // The bias is Σ x(1 − x)/2, of mean d/12 and variance d/720, at most d/8.
    const double curved = noise + d / 720 + d * d / 144;
    EXPECT_NEAR(mean_of(with_curved_target, at), curved, tolerance(least, curved, 1 + d * d / 64))
        << at.key();
  }
}

/// The share of 256 trials that lie below a value.
double share_below(double value, const Trial& trial) {
  double below = 0;
  for (std::uint64_t t = 0; t < 256; ++t) {
    Stream random = stream(t);
    below += trial(Point{{"d", 4}}, random) < value ? 1.0 / 256 : 0;
  }
  return below;
}

TEST(MedianSquaredError, LiesBelowTheMedianOfTheLawHalfOfTheTime) {
  constexpr double tolerance = 5.0 / 2 / 16;  // five standard errors of a share of 256
  const auto nearest =
      median_squared_error(LatticeNoise::Law::normal, learning::nearest_vertex_noise);
  EXPECT_NEAR(share_below(0.45493642, nearest), 0.5, tolerance);  // the median of χ²₁
  // A weighted mean of standard Cauchy variables is one again, and its size has the median 1.
  const auto cauchy = median_squared_error(LatticeNoise::Law::cauchy, learning::simplicial_noise);
  EXPECT_NEAR(share_below(1, cauchy), 0.5, tolerance);
}

TEST(MedianSquaredError, SquaresTheErrorOfTheRule) {
  Stream random = stream(0);
  const auto rule = [](const LatticePoint& at, const LatticeNoise&) {
    return -static_cast<double>(at.offset.size());
  };
  EXPECT_EQ(median_squared_error(LatticeNoise::Law::normal, rule)(Point{{"d", 3}}, random), 9);
}

}  // namespace
}  // namespace asymptest::interpolation::simplicial_trials_test
