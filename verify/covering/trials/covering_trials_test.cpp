#include "covering_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/random/stream.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::covering::covering_trials_test {
namespace {

Stream stream() { return Stream({1, "covering-trials-test", "", 0}); }

// All samples at the origin.
Eigen::MatrixXd origins(Eigen::Index count, Stream&) { return Eigen::MatrixXd::Zero(1, count); }

// A quarter of the circle away.
Eigen::MatrixXd quarters(Eigen::Index count, Stream&) {
  return Eigen::MatrixXd::Constant(1, count, 0.25);
}

TEST(DistanceTo, MeasuresFromTheFreshLawToTheSamples) {
  Stream random = stream();
  const Point at{{"N", 5}};
  EXPECT_EQ(distance_to(origins, quarters)(at, random), 0.25);
  EXPECT_EQ(distance_within(origins)(at, random), 0);
}

TEST(DistanceWithin, MeasuresTheMeanDistanceOfALawToItsOwnSamples) {
  // On the circle the nearest of N uniform samples is 1/(2N + 2) away in the mean, and that with a
  // deviation below 1/(2N): five standard errors of 64 trials.
  constexpr int samples = 16, trials = 64;
  const Trial distance = distance_within(learning::torus_law(1));
  const double mean = trial_mean("covering-trials-test", distance, Point{{"N", samples}}, trials);
  EXPECT_NEAR(mean, 1.0 / (2 * samples + 2), 5.0 / (2 * samples) / std::sqrt(trials));
}

TEST(DuplicatedTorusLaw, HasAsManyDifferentPointsAsTheRootOfTheNumber) {
  Stream random = stream();
  const Eigen::MatrixXd points = duplicated_torus_law(3)(1024, random);
  EXPECT_EQ(points.rows(), 3);
  EXPECT_EQ(points.cols(), 32);
}

TEST(SquareSizes, AreSquares) {
  for (const Point& at : square_sizes().design(Tier::quick)) {
    const double root = std::sqrt(at["N"]);
    EXPECT_EQ(root, std::round(root)) << at.key();
  }
}

}  // namespace
}  // namespace asymptest::covering::covering_trials_test
