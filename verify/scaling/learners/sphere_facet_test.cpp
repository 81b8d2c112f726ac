#include "sphere_facet.hpp"

#include <gtest/gtest.h>

#include <Eigen/LU>
#include <cmath>
#include <stdexcept>

#include "learning/dimension/sphere_likelihood_law.hpp"

namespace asymptest::scaling::sphere_facet_test {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double rounding = 1e-9;

Stream drawn(std::uint64_t trial) {
  return Stream({.suite_seed = 6, .claim = "sphere-facet", .point = "", .trial = trial});
}

TEST(SphereFacet, IsTheFacetOfTheHullThatTheQuerysRayMeets) {
  Stream random = drawn(0);
  const MatrixXd samples = learning::uniform_sphere_points(2, 300, random);
  const MatrixXd queries = learning::uniform_sphere_points(2, 40, random);
  for (const auto column : queries.colwise()) {
    const VectorXd query = column;
    const auto facet = sphere_facet(samples, query);
    ASSERT_EQ(facet.vertices.size(), 3U);
    const Eigen::Matrix3d corners = samples(Eigen::all, facet.vertices);
    // The plane ⟨n, x⟩ = 1 through the corners: all samples below, and the ray within.
    const Eigen::Vector3d normal =
        corners.transpose().partialPivLu().solve(Eigen::Vector3d::Ones());
    EXPECT_LE((normal.transpose() * samples).maxCoeff(), 1 + rounding);
    EXPECT_GE((corners.partialPivLu().solve(query)).minCoeff(), -rounding);
    double sum = 0;
    for (const double weight : facet.weights) sum += weight;
    EXPECT_NEAR(sum, 1, rounding);
  }
}

TEST(SphereFacet, OnTheCircleLiesBetweenTheNeighbours) {
  const Eigen::MatrixXd samples{{1, 0, -1, 0}, {0, 1, 0, -1}};
  const VectorXd query{{std::cos(0.3), std::sin(0.3)}};
  const auto facet = sphere_facet(samples, query);
  ASSERT_EQ(facet.vertices.size(), 2U);
  EXPECT_EQ(facet.vertices[0] + facet.vertices[1], 1);
  // Stereographic: a point at the angle t stands at tan(t/2).
  const double left = std::tan(0.15), right = std::tan((std::acos(0.0) - 0.3) / 2);
  const std::size_t first = facet.vertices[0] == 0 ? 0 : 1;
  EXPECT_NEAR(facet.weights[first], right / (left + right), rounding);
}

TEST(SphereFacet, NeedsSamplesOnAllSides) {
  EXPECT_THROW(sphere_facet(MatrixXd{{0, 0}, {1, 1}}, VectorXd{{1, 0}}), std::runtime_error);
}

}  // namespace
}  // namespace asymptest::scaling::sphere_facet_test
