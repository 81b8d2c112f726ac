#include "learning/triangulation/delaunay_locator.hpp"

#include <gtest/gtest.h>

#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::delaunay_locator_test {
namespace {

/// A few dozen roundings of numbers of order one.
constexpr double rounding = 1e-12;

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

Stream stream(std::uint64_t trial = 0) { return Stream({1, "delaunay-locator-test", "", trial}); }

MatrixXd normal_points(Index d, Index n, Stream& random) {
  MatrixXd points(d, n);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points;
}

VectorXd weights_in(const MatrixXd& corners, const VectorXd& query) {
  MatrixXd lifted(query.size() + 1, query.size() + 1);
  lifted << corners, Eigen::RowVectorXd::Ones(query.size() + 1);
  VectorXd right(query.size() + 1);
  right << query, 1;
  return lifted.fullPivLu().solve(right);
}

/// How far the nearest other point lies outside of the sphere through d + 1 corners, squared.
double emptiness(const MatrixXd& points, const MatrixXd& corners) {
  const Index d = points.rows();
  const MatrixXd edges = 2 * (corners.rightCols(d).colwise() - corners.col(0)).transpose();
  const VectorXd powers =
      (corners.rightCols(d).colwise().squaredNorm().array() - corners.col(0).squaredNorm())
          .transpose();
  const VectorXd centre = edges.fullPivLu().solve(powers);
  const double square = (corners.col(0) - centre).squaredNorm();
  return (points.colwise() - centre).colwise().squaredNorm().minCoeff() - square;
}

MatrixXd selected(const MatrixXd& points, const std::vector<Index>& vertices) {
  MatrixXd corners(points.rows(), static_cast<Index>(vertices.size()));
  for (std::size_t k = 0; k < vertices.size(); ++k) corners.col(k) = points.col(vertices[k]);
  return corners;
}

/// Every choice of d + 1 points is tried: the one that holds the query and whose sphere is empty.
std::vector<Index> by_brute_force(const MatrixXd& points, const VectorXd& query) {
  std::vector<bool> chosen(points.cols(), false);
  std::fill(chosen.begin(), chosen.begin() + points.rows() + 1, true);
  do {
    std::vector<Index> vertices;
    for (Index i = 0; i < points.cols(); ++i) {
      if (chosen[i]) vertices.push_back(i);
    }
    const MatrixXd corners = selected(points, vertices);
    if (weights_in(corners, query).minCoeff() >= 0 && emptiness(points, corners) > -1e-9) {
      return vertices;
    }
  } while (std::prev_permutation(chosen.begin(), chosen.end()));
  return {};
}

std::vector<Index> sorted(std::vector<Index> vertices) {
  std::sort(vertices.begin(), vertices.end());
  return vertices;
}

void expect_reproduced(const MatrixXd& points, const DelaunaySimplex& simplex,
                       const VectorXd& query) {
  VectorXd sum = VectorXd::Zero(query.size());
  for (std::size_t k = 0; k < simplex.weights.size(); ++k) {
    EXPECT_GE(simplex.weights[k], 0);
    sum += simplex.weights[k] * points.col(simplex.vertices[k]);
  }
  EXPECT_LT((sum - query).norm(), 1e-9);
  EXPECT_NEAR(std::reduce(simplex.weights.begin(), simplex.weights.end()), 1, rounding);
}

TEST(DelaunayLocator, FindsWhatBruteForceFinds) {
  int inside = 0;
  for (const auto& [d, n] : {std::pair{1, 9}, {2, 12}, {3, 12}, {4, 12}, {5, 11}}) {
    for (std::uint64_t trial = 0; trial < 20; ++trial) {
      Stream random = stream(trial);
      const MatrixXd points = normal_points(d, n, random);
      const VectorXd query = normal_points(d, 1, random) / 2;
      const auto found = DelaunayLocator(points).locate(query);
      const auto expected = by_brute_force(points, query);
      ASSERT_EQ(found.has_value(), !expected.empty()) << d << ", " << trial;
      if (!found) continue;
      ++inside;
      EXPECT_EQ(sorted(found->vertices), expected) << d << ", " << trial;
      expect_reproduced(points, *found, query);
    }
  }
  EXPECT_GT(inside, 40);
}

/// So many points that a tree prices them: inside of the hull a certificate, outside nothing.
TEST(DelaunayLocator, FindsEmptySpheresAmongManyPoints) {
  for (const Index d : {1, 2, 3, 4}) {
    Stream random = stream();
    const MatrixXd points = normal_points(d, 600, random);
    const DelaunayLocator locator(points);
    Index farthest = 0;
    points.row(0).maxCoeff(&farthest);
    EXPECT_FALSE(locator.locate(points.col(farthest) + VectorXd::Unit(d, 0) * 0.01)) << d;
    for (int trial = 0; trial < 50; ++trial) {
      // A mean of d + 1 points, of few neighbours near the hull.
      VectorXd query = VectorXd::Zero(d);
      for (Index k = 0; k <= d; ++k) query += points.col((trial * 11 + k * 101) % 600);
      query /= static_cast<double>(d + 1);
      const auto found = locator.locate(query);
      ASSERT_TRUE(found) << d << ", " << trial;
      expect_reproduced(points, *found, query);
      EXPECT_GT(emptiness(points, selected(points, found->vertices)), -1e-9) << d << ", " << trial;
    }
  }
}

/// As `emptiness` of three points of the plane, in extended precision.
long double emptiness_in_the_plane(const MatrixXd& points, const std::vector<Index>& vertices) {
  const auto at = [&](Index i, Index axis) { return static_cast<long double>(points(axis, i)); };
  const Index a = vertices[0], b = vertices[1], c = vertices[2];
  const long double bx = at(b, 0) - at(a, 0), by = at(b, 1) - at(a, 1), cx = at(c, 0) - at(a, 0),
                    cy = at(c, 1) - at(a, 1), twice = 2 * (bx * cy - by * cx);
  const long double x = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / twice;
  const long double y = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / twice;
  long double least = std::numeric_limits<long double>::infinity();
  for (Index i = 0; i < points.cols(); ++i) {
    const long double px = at(i, 0) - at(a, 0), py = at(i, 1) - at(a, 1);
    least = std::min(least, px * px + py * py - 2 * (px * x + py * y));
  }
  return least;
}

/// Many points on arcs so flat that spheres through them have radii of 10^3 to 10^5, from
/// whose centres distances tell little.
TEST(DelaunayLocator, FindsEmptySpheresOfFlatSimplices) {
  constexpr Index n = 600;
  Stream random = stream();
  int found_flat = 0;
  for (const double curvature : {1e-3, 1e-4, 1e-5}) {
    const double price_tolerance = 1e-13 * (10 + 2 / curvature);
    std::vector<double> places(n);
    for (double& x : places) x = random.uniform(-1, 1);
    std::sort(places.begin(), places.end());
    MatrixXd points(2, n);
    for (Index i = 0; i < n; ++i) {
      const double x = places[i];
      points.col(i) << x, curvature * x * x * (1 + x);
    }
    const DelaunayLocator locator(points);
    for (Index k = n / 3; k + 15 < n; ++k) {  // where the arc is convex
      const VectorXd query = (points.col(k) + points.col(k + 2) + points.col(k + 5)) / 3;
      const auto found = locator.locate(query);
      ASSERT_TRUE(found) << k;
      if (found->vertices.size() < 3) continue;
      ++found_flat;
      EXPECT_GT(emptiness_in_the_plane(points, found->vertices), -price_tolerance) << k;
    }
  }
  EXPECT_GT(found_flat, 400);
}

/// All squares of a grid have four corners on a sphere.
TEST(DelaunayLocator, TakesAGridOfManyPoints) {
  constexpr int side = 30;
  MatrixXd points(2, side * side);
  for (int i = 0; i < side * side; ++i) points.col(i) = Eigen::Vector2d(i % side, i / side);
  const DelaunayLocator locator(points);
  Stream random = stream();
  for (int trial = 0; trial < 100; ++trial) {
    const VectorXd query =
        VectorXd::NullaryExpr(2, [&](Index) { return random.uniform() * (side - 1); });
    const auto found = locator.locate(query);
    ASSERT_TRUE(found) << trial;
    expect_reproduced(points, *found, query);
    EXPECT_GT(emptiness(points, selected(points, found->vertices)), -1e-9) << trial;
  }
  EXPECT_FALSE(locator.locate(Eigen::Vector2d(-0.5, 3)));
}

/// A certificate in any dimension: weights that reproduce the query, and an empty sphere.
TEST(DelaunayLocator, FindsEmptySpheresInHighDimension) {
  for (const Index d : {10, 40, 100}) {
    Stream random = stream();
    const MatrixXd points = normal_points(d, 6 * d, random);
    const VectorXd query = normal_points(d, 1, random) * 0.02;
    const auto found = DelaunayLocator(points).locate(query);
    ASSERT_TRUE(found) << d;
    EXPECT_EQ(static_cast<Index>(found->vertices.size()), d + 1);
    expect_reproduced(points, *found, query);
    EXPECT_GT(emptiness(points, selected(points, found->vertices)), -1e-8) << d;
  }
}

/// Wendel 1962: the origin is in the hull of n points of a symmetric law with the chance
/// 1 − 2^(1−n) Σ_{k<d} C(n−1, k), for n = 2d one half.
TEST(DelaunayLocator, ReportsQueriesOutsideOfTheHullAsOftenAsWendelsTheoremSays) {
  for (const Index d : {3, 20}) {
    int inside = 0;
    for (std::uint64_t trial = 0; trial < 400; ++trial) {
      Stream random = stream(trial);
      const DelaunayLocator locator(normal_points(d, 2 * d, random));
      inside += locator.locate(VectorXd::Zero(d)) ? 1 : 0;
    }
    EXPECT_NEAR(inside, 200, 5 * 10) << d;  // five standard errors
  }
}

TEST(DelaunayLocator, ChoosesATriangulationWhereManyPointsShareASphere) {
  MatrixXd lattice(3, 27);
  for (Index i = 0; i < 27; ++i) {
    lattice.col(i) << static_cast<double>(i % 3), static_cast<double>(i / 3 % 3),
        static_cast<double>(i / 9);
  }
  for (std::uint64_t trial = 0; trial < 50; ++trial) {
    Stream random = stream(trial);
    const VectorXd query = VectorXd::NullaryExpr(3, [&] { return random.uniform(0, 2); });
    const auto found = DelaunayLocator(lattice).locate(query);
    ASSERT_TRUE(found);
    expect_reproduced(lattice, *found, query);
    EXPECT_GT(emptiness(lattice, selected(lattice, found->vertices)), -1e-9);
  }
}

TEST(DelaunayLocator, TakesQueriesAtSamplesOnFacesAndAtTheHullsEdge) {
  MatrixXd square(2, 5);
  square << 0, 1, 0, 1, 0.5, 0, 0, 1, 1, 0.5;
  for (const VectorXd& query :
       {VectorXd(Eigen::Vector2d(0, 0)), VectorXd(Eigen::Vector2d(0.5, 0)),
        VectorXd(Eigen::Vector2d(0.5, 0.5)), VectorXd(Eigen::Vector2d(0.25, 0.25))}) {
    const auto found = DelaunayLocator(square).locate(query);
    ASSERT_TRUE(found) << query.transpose();
    expect_reproduced(square, *found, query);
  }
  EXPECT_FALSE(DelaunayLocator(square).locate(Eigen::Vector2d(0.5, -0.001)));
}

TEST(DelaunayLocator, TakesCopiesAndPointsOfASubspace) {
  MatrixXd line(3, 6);  // on the line through 0 and (1, 1, 1), each point twice
  for (Index i = 0; i < 6; ++i) line.col(i).setConstant(static_cast<double>(i / 2));
  const DelaunayLocator locator(line);
  const auto found = locator.locate(Eigen::Vector3d::Constant(1.25));
  ASSERT_TRUE(found);
  expect_reproduced(line, *found, Eigen::Vector3d::Constant(1.25));
  for (std::size_t k = 0; k < found->weights.size(); ++k) {
    if (found->weights[k] > 1e-9) {
      EXPECT_GE(found->vertices[k], 2);
    }
  }
  EXPECT_FALSE(locator.locate(Eigen::Vector3d(1, 1, 1.5)));
  EXPECT_TRUE(DelaunayLocator(MatrixXd::Zero(2, 1)).locate(VectorXd::Zero(2)));
}

TEST(DelaunayLocator, RefusesWhatIsNoPoint) {
  EXPECT_THROW(DelaunayLocator(MatrixXd(2, 0)), std::invalid_argument);
  MatrixXd points = MatrixXd::Identity(2, 2);
  EXPECT_THROW((void)DelaunayLocator(points).locate(VectorXd::Zero(3)), std::invalid_argument);
  points(0, 0) = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW(DelaunayLocator{points}, std::invalid_argument);
}

TEST(NoiseVariance, IsThatOfTheInterpolant) {
  const DelaunaySimplex simplex{{0, 2}, {0.25, 0.75}};
  EXPECT_EQ(interpolated(simplex, Eigen::Vector3d(1, 9, 2)), 1.75);
  EXPECT_EQ(noise_variance(simplex), 0.625);
}

}  // namespace
}  // namespace asymptest::learning::delaunay_locator_test
