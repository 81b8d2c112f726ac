#include "learning/neighbours/neighbour_lists.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

#include "asymptest/random/stream.hpp"
#include "learning/neighbours/closest_pairs.hpp"

namespace asymptest::learning::neighbour_lists_test {
namespace {

using testing::HasSubstr;

Eigen::MatrixXd normal_points(Eigen::Index dimension, Eigen::Index count) {
  Stream random({.claim = "neighbour-lists-test"});
  Eigen::MatrixXd points(dimension, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points;
}

/// A scan of all points.
NeighbourLists brute_force(const Eigen::MatrixXd& points, const Eigen::MatrixXd& queries,
                           Eigen::Index k, bool others) {
  NeighbourLists lists{Eigen::MatrixXd(k, queries.cols()), Eigen::MatrixXi(k, queries.cols())};
  for (Eigen::Index i = 0; i < queries.cols(); ++i) {
    std::vector<std::pair<double, int>> all;
    for (Eigen::Index j = 0; j < points.cols(); ++j) {
      if (others && i == j) continue;
      all.emplace_back((points.col(j) - queries.col(i)).squaredNorm(), static_cast<int>(j));
    }
    std::sort(all.begin(), all.end());
    for (Eigen::Index j = 0; j < k; ++j) {
      lists.distances(j, i) = std::sqrt(all[static_cast<std::size_t>(j)].first);
      lists.indices(j, i) = all[static_cast<std::size_t>(j)].second;
    }
  }
  return lists;
}

void expect_equal(const NeighbourLists& found, const NeighbourLists& expected) {
  EXPECT_EQ(found.indices, expected.indices);
  EXPECT_EQ(found.distances, expected.distances);
}

void expect_as_brute_force(const Eigen::MatrixXd& points, Eigen::Index k) {
  expect_equal(nearest_others(points, k, 2), brute_force(points, points, k, true));
}

TEST(NearestOthers, AreThoseOfAScan) {
  for (const Eigen::Index dimension : {1, 2, 7, 100}) {
    expect_as_brute_force(normal_points(dimension, 700), 12);
  }
  expect_as_brute_force(normal_points(3, 2), 1);
  expect_as_brute_force(normal_points(5, 40), 39);
}

TEST(NearestOthers, AreExactWhereSinglePrecisionIsBlind) {
  // Far from the origin, in two tight clusters, at scales that overflow or vanish in a float.
  Eigen::MatrixXd points = normal_points(4, 600);
  expect_as_brute_force(points.array() + 1e9, 5);
  expect_as_brute_force(1e-60 * points, 5);
  expect_as_brute_force(1e60 * points, 5);
  points *= 1e-9;
  points.leftCols(300).array() += 1;
  expect_as_brute_force(points, 5);
  points.col(17) *= 1e25;
  expect_as_brute_force(points, 5);
}

TEST(NearestOthers, OrderEqualDistancesByIndex) {
  Eigen::MatrixXd points = normal_points(3, 600);
  points.rightCols(300) = points.leftCols(300);
  expect_as_brute_force(points, 4);
  expect_as_brute_force(points.array().round(), 20);
  expect_as_brute_force(Eigen::MatrixXd::Zero(2, 100), 3);
}

TEST(NearestOthers, AreTheSameWithAnyNumberOfThreads) {
  const Eigen::MatrixXd points = normal_points(20, 1500);
  const NeighbourLists one = nearest_others(points, 10, 1);
  for (const int threads : {2, 3, 16}) expect_equal(nearest_others(points, 10, threads), one);
}

TEST(NearestPoints, AreThoseOfAScan) {
  const Eigen::MatrixXd points = normal_points(8, 900);
  const Eigen::MatrixXd queries = 1e3 * points.leftCols(300).array() + 2;
  expect_equal(nearest_points(points, queries, 3, 2), brute_force(points, queries, 3, false));
  EXPECT_EQ(nearest_points(points, points, 1).distances.maxCoeff(), 0);
}

TEST(NearestLists, RefuseWhatHasNoNeighbours) {
  Eigen::MatrixXd points = normal_points(2, 10);
  const auto refused = [](auto message) {
    return testing::ThrowsMessage<std::invalid_argument>(HasSubstr(message));
  };
  EXPECT_THAT([&] { nearest_others(points, 10); }, refused("k is 10, expected 1 to 9"));
  EXPECT_THAT([&] { nearest_others(points, 0); }, refused("k is 0"));
  EXPECT_THAT([&] { nearest_points(points, normal_points(3, 4), 1); },
              refused("the queries have 3 coordinates, expected 2"));
  points(1, 3) = std::nan("");
  EXPECT_THAT([&] { nearest_others(points, 1); }, refused("not finite"));
  EXPECT_THAT([&] { nearest_others(Eigen::MatrixXd(0, 5), 1); }, refused("0 x 5"));
}

TEST(ClosestPairs, AreThoseOfAScan) {
  Eigen::MatrixXd points = normal_points(6, 800);
  points.col(700) = points.col(3);
  std::vector<std::pair<double, std::pair<int, int>>> all;
  for (int j = 0; j < 800; ++j) {
    for (int i = 0; i < j; ++i)
      all.push_back({(points.col(i) - points.col(j)).squaredNorm(), {i, j}});
  }
  std::sort(all.begin(), all.end());
  for (const int threads : {1, 2, 5}) {
    const std::vector<PointPair> pairs = closest_pairs(points, 5000, threads);
    ASSERT_EQ(pairs.size(), 5000U);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      ASSERT_EQ(pairs[i].distance, std::sqrt(all[i].first)) << i;
      ASSERT_EQ(std::pair(pairs[i].first, pairs[i].second), all[i].second) << i;
    }
  }
  EXPECT_THAT([&] { closest_pairs(points, 0); },
              testing::ThrowsMessage<std::invalid_argument>(HasSubstr("expected 1 to 319600")));
}

}  // namespace
}  // namespace asymptest::learning::neighbour_lists_test
