#include "dimension_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/random/stream.hpp"
#include "learning/dimension/sphere_likelihood_law.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::dimension_trials_test {
namespace {

TEST(LikelihoodReciprocal, IsTheMeanLogRatio) {
  // 0, 1, 3: the ratios of the second to the nearest other are 3, 2 and 3/2.
  const auto line = [](const Point&, Stream&) { return Eigen::MatrixXd{{0.0, 1.0, 3.0}}; };
  Stream random({.claim = "dimension-trials-test"});
  EXPECT_NEAR(likelihood_reciprocal(line, 2)(Point{{"N", 3}}, random), std::log(3 * 2 * 1.5) / 3,
              1e-14);
}

TEST(RelativeDeficitOnSphere, HasTheMeanOfTheLaw) {
  constexpr double standard_errors = 5;
  const auto [mean, error] = trial_mean_and_error(
      "dimension-trials-test", relative_deficit_on_sphere(6, 20), Point{{"N", 512}}, 64);
  EXPECT_NEAR(mean, 6 * learning::sphere_likelihood_law(6, 512, 20) - 1, standard_errors * error);
}

TEST(PointsOfSphere, AreOnIt) {
  Stream random({.claim = "dimension-trials-test"});
  const Eigen::MatrixXd points = points_of_sphere(Point{{"d", 3}, {"N", 10}}, random);
  EXPECT_EQ(points.rows(), 4);
  constexpr double rounding = 1e-14;  // of four squares, some fifty units in the last place
  EXPECT_NEAR((points.colwise().norm().array() - 1).abs().maxCoeff(), 0, rounding);
}

}  // namespace
}  // namespace asymptest::scaling::dimension_trials_test
