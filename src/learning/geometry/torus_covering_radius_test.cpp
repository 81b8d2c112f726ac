#include "learning/geometry/torus_covering_radius.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "learning/geometry/covering_radius.hpp"
#include "learning/geometry/nearest_neighbours.hpp"
#include "learning/geometry/torus.hpp"

namespace asymptest::learning::torus_covering_radius_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

Stream stream(std::uint64_t trial) {
  return Stream({.suite_seed = 1, .claim = "torus-covering-radius", .point = "", .trial = trial});
}

/// The points of the lattice (Z/m)^d.
Eigen::MatrixXd lattice(Eigen::Index dimension, Eigen::Index m) {
  const auto count = static_cast<Eigen::Index>(
      std::lround(std::pow(static_cast<double>(m), static_cast<double>(dimension))));
  Eigen::MatrixXd points(dimension, count);
  for (Eigen::Index i = 0; i < count; ++i) {
    Eigen::Index rest = i;
    for (double& x : points.col(i)) {
      x = static_cast<double>(rest % m) / static_cast<double>(m);
      rest /= m;
    }
  }
  return points;
}

TEST(TorusCoveringRadius, IsHalfTheDiagonalOfALatticesCell) {
  for (const Eigen::Index dimension : {1, 2, 3}) {
    const RadiusBracket radius = torus_covering_radius(lattice(dimension, 5), 1e-4);
    const double expected = 0.1 * std::sqrt(static_cast<double>(dimension));
    EXPECT_LE(radius.lower, expected * (1 + 1e-12));
    EXPECT_GE(radius.upper, expected * (1 - 1e-12));
    EXPECT_LE(radius.upper, radius.lower * (1 + 1e-4));
  }
}

TEST(TorusCoveringRadius, AgreesWithTheGapsOfTheCircle) {
  Stream random = stream(1);
  const Eigen::MatrixXd points = uniform_torus_points(1, 50, random);
  EXPECT_NEAR(torus_covering_radius(points, 1e-6).lower, circle_covering_radius(points), 1e-6);
}

TEST(TorusCoveringRadius, IsAboveEveryProbeAndNearTheBestOfMany) {
  Stream random = stream(2);
  const Eigen::MatrixXd points = uniform_torus_points(2, 40, random);
  const Eigen::MatrixXd probes = uniform_torus_points(2, 100000, random);
  const NearestNeighbours nearest(points);
  double largest = 0;
  for (Eigen::Index i = 0; i < probes.cols(); ++i) {
    largest = std::max(largest, nearest.torus_distance({probes.col(i).data(), 2}));
  }
  const RadiusBracket radius = torus_covering_radius(points, 1e-4);
  EXPECT_GE(radius.upper, largest);
  // The probes have a mean of ten in each disc of radius 0.0056.
  EXPECT_LE(radius.lower, largest + 0.0056);
}

TEST(FarthestFirst, TakesTheFarthestEachTime) {
  Stream random = stream(3);
  const Eigen::MatrixXd candidates = uniform_torus_points(3, 60, random);
  const Eigen::MatrixXd chosen = farthest_first(candidates, 12);
  EXPECT_EQ(chosen.col(0), candidates.col(0));
  for (Eigen::Index i = 1; i < chosen.cols(); ++i) {
    const NearestNeighbours before(chosen.leftCols(i));
    double farthest = 0;
    for (Eigen::Index j = 0; j < candidates.cols(); ++j) {
      farthest = std::max(farthest, before.torus_distance({candidates.col(j).data(), 3}));
    }
    EXPECT_NEAR(before.torus_distance({chosen.col(i).data(), 3}), farthest, 1e-12);
  }
}

TEST(TorusCoveringRadius, RefusesWhatItCannotMeasure) {
  EXPECT_THAT([] { torus_covering_radius(Eigen::MatrixXd::Zero(2, 1), 0); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("the tolerance is 0")));
  EXPECT_THAT([] { farthest_first(Eigen::MatrixXd::Zero(2, 3), 4); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("4 of 3 candidates")));
}

}  // namespace
}  // namespace asymptest::learning::torus_covering_radius_test
