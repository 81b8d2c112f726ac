#include "learning/geometry/nearest_neighbours.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::nearest_neighbours_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

/// Both sides sum the same d squares, in the same order but for the compiler's choice of fused
/// operations: a few units in the last place.
constexpr double few_ulps = 4 * std::numeric_limits<double>::epsilon();

Stream stream(std::uint64_t trial) {
  return Stream({.suite_seed = 1, .claim = "nearest", .point = "", .trial = trial});
}

Eigen::MatrixXd uniform(Eigen::Index dimension, Eigen::Index count, Stream& random) {
  Eigen::MatrixXd points(dimension, count);
  random.fill_uniform({points.data(), static_cast<std::size_t>(points.size())});
  return points;
}

std::span<const double> column(const Eigen::MatrixXd& points, Eigen::Index i) {
  return {points.col(i).data(), static_cast<std::size_t>(points.rows())};
}

double scanned(const Eigen::MatrixXd& points, const Eigen::VectorXd& query) {
  return (points.colwise() - query).colwise().norm().minCoeff();
}

double scanned_on_torus(const Eigen::MatrixXd& points, const Eigen::VectorXd& query) {
  Eigen::MatrixXd offset = (points.colwise() - query).cwiseAbs();
  offset = offset.cwiseMin((1 - offset.array()).matrix());
  return offset.colwise().norm().minCoeff();
}

struct Size {
  Eigen::Index dimension, count;
};

class NearestNeighboursAtSize : public ::testing::TestWithParam<Size> {};

TEST_P(NearestNeighboursAtSize, FindTheMinimumThatAScanFinds) {
  Stream random = stream(1);
  const auto [dimension, count] = GetParam();
  const Eigen::MatrixXd points = uniform(dimension, count, random);
  const Eigen::MatrixXd queries = uniform(dimension, 200, random);
  const NearestNeighbours tree(points);
  for (Eigen::Index i = 0; i < queries.cols(); ++i) {
    const double expected = scanned(points, queries.col(i));
    EXPECT_NEAR(tree.distance(column(queries, i)), expected, few_ulps * expected);
    const double on_torus = scanned_on_torus(points, queries.col(i));
    EXPECT_NEAR(tree.torus_distance(column(queries, i)), on_torus, few_ulps);
  }
}

TEST_P(NearestNeighboursAtSize, FindTheNearestInTheOrderOfTheirDistances) {
  Stream random = stream(2);
  const auto [dimension, count] = GetParam();
  const Eigen::MatrixXd points = uniform(dimension, count, random);
  const NearestNeighbours tree(points);
  for (const Eigen::Index wanted : {Eigen::Index{1}, std::min<Eigen::Index>(count, 7), count}) {
    const Eigen::VectorXd query = uniform(dimension, 1, random);
    const Eigen::VectorXd squares = (points.colwise() - query).colwise().squaredNorm();
    std::vector<Eigen::Index> expected(static_cast<std::size_t>(count));
    std::iota(expected.begin(), expected.end(), Eigen::Index{0});
    std::sort(expected.begin(), expected.end(),
              [&](Eigen::Index a, Eigen::Index b) { return squares(a) < squares(b); });
    expected.resize(static_cast<std::size_t>(wanted));
    const std::span<const double> at(query.data(), static_cast<std::size_t>(dimension));
    EXPECT_EQ(tree.nearest(at, wanted), expected);
    const double farthest = std::sqrt(squares(expected.back())) * (1 - few_ulps);
    expected.pop_back();
    EXPECT_EQ(tree.nearest(at, wanted, farthest), expected);
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, NearestNeighboursAtSize,
                         ::testing::Values(Size{1, 1}, Size{1, 100}, Size{2, 8}, Size{2, 9},
                                           Size{2, 1000}, Size{3, 777}, Size{5, 300}, Size{8, 40}),
                         [](const auto& size) {
                           return std::to_string(size.param.dimension) + "x" +
                                  std::to_string(size.param.count);
                         });

TEST(NearestNeighbours, MeasureZeroAtTheirOwnPointsEvenWhenThoseCoincide) {
  Stream random = stream(2);
  Eigen::MatrixXd points = uniform(2, 60, random);
  points.rightCols(40).colwise() = points.col(0).eval();
  const NearestNeighbours tree(points);
  for (Eigen::Index i = 0; i < points.cols(); ++i) EXPECT_EQ(tree.distance(column(points, i)), 0);
}

TEST(NearestNeighbours, MeasureAcrossTheSeamOfTheTorus) {
  const Eigen::MatrixXd point = Eigen::Vector3d(0.9375, 0.5, 0.0625);
  const Eigen::Vector3d query(0.0625, 0.5, 0.9375);
  const NearestNeighbours tree(point);
  const std::span<const double> at(query.data(), 3);
  EXPECT_DOUBLE_EQ(tree.torus_distance(at), std::sqrt(2.0) / 8);
  EXPECT_DOUBLE_EQ(tree.distance(at), std::sqrt(2.0) * 7 / 8);
}

TEST(NearestNeighbours, AverageOverTheQueries) {
  Eigen::MatrixXd point(1, 1), queries(1, 2);
  point << 0.125;
  queries << 0.25, 0.875;
  const NearestNeighbours tree(point);
  EXPECT_DOUBLE_EQ(mean_nearest_distance(tree, queries), (0.125 + 0.75) / 2);
  EXPECT_DOUBLE_EQ(mean_nearest_torus_distance(tree, queries), (0.125 + 0.25) / 2);
}

TEST(NearestNeighbours, RefuseWhatTheyCannotMeasure) {
  EXPECT_THAT([&] { NearestNeighbours(Eigen::MatrixXd(2, 0)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("the points are 2 x 0")));
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(
      [&] { NearestNeighbours(Eigen::MatrixXd::Constant(2, 3, nan)); },
      ThrowsMessage<std::invalid_argument>(HasSubstr("coordinate (0, 0) of the points is nan")));
  const NearestNeighbours tree(Eigen::MatrixXd::Constant(2, 3, 0.5));
  const double query[] = {0.5, 1.5};
  EXPECT_THAT(
      [&] {
        (void)tree.distance({query, 1});
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("the query has 1 coordinates, expected 2")));
  EXPECT_THAT(
      [&] {
        (void)tree.torus_distance({query, 2});
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("coordinate 1 of the query is 1.5")));
  EXPECT_THAT([&] { (void)mean_nearest_distance(tree, Eigen::MatrixXd(2, 0)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("there are no queries")));
}

}  // namespace
}  // namespace asymptest::learning::nearest_neighbours_test
