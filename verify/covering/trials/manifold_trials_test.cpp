#include "manifold_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "learning/geometry/covering.hpp"
#include "learning/geometry/torus.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::covering::manifold_trials_test {
namespace {

constexpr double standard_errors = 5;

TrialMean mean_of(const Trial& trial, const Point& at, std::uint64_t trials = 200) {
  return trial_mean_and_error("manifold-trials-test", trial, at, trials);
}

TEST(ScannedDistance, HasTheLawOfTheTorus) {
  const Point at{{"d", 3}, {"N", 200}};
  const auto [whole, error] = mean_of(scanned_torus_distance, at);
  EXPECT_NEAR(whole, learning::mean_nearest_torus_distance_law(3, 200), standard_errors * error);
  const auto [half, error_of_half] = mean_of(scanned_torus_distance_in_pairs, at);
  EXPECT_NEAR(half, learning::mean_nearest_torus_distance_law(3, 100),
              standard_errors * error_of_half);
}

TEST(ScannedDistance, IsThatOfTheTreeInTheCube) {
  const Point at{{"d", 3}, {"N", 200}};
  const Trial by_tree = [](const Point& point, Stream& random) {
    return learning::mean_covering_distance(learning::torus_law(3), point.count("N"), 64,
                                            learning::Metric::euclidean, random);
  };
  const auto [scanned, error] = mean_of(scanned_cube_distance, at);
  const auto [found, error_of_tree] = mean_of(by_tree, at);
  EXPECT_NEAR(scanned, found, standard_errors * std::hypot(error, error_of_tree));
}

TEST(DistanceOnManifold, LiesInTheNoiseWhereThereIsMuch) {
  // Two normal vectors of 30 axes and standard deviation 100 are about 100√60 apart, the nearest of
  // 500 less.
  const double noisy = mean_of(distance_on_manifold(2, 100), {{"N", 500}}, 10).mean;
  EXPECT_GT(noisy, 300);
  EXPECT_LT(noisy, 100 * std::sqrt(60.0));
  EXPECT_LT(mean_of(distance_on_manifold(2, 0), {{"N", 500}}, 10).mean, 0.1 * noisy);
}

}  // namespace
}  // namespace asymptest::covering::manifold_trials_test
