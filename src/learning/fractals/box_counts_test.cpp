#include "learning/fractals/box_counts.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>
#include <stdexcept>
#include <vector>

#include "learning/fractals/ternary_sets.hpp"

namespace asymptest::learning::box_counts_test {
namespace {

Stream stream() { return Stream({.suite_seed = 1, .claim = "box-counts"}); }

Eigen::MatrixXd uniform_points(Eigen::Index dimension, Eigen::Index count) {
  Eigen::MatrixXd points(dimension, count);
  Stream random = stream();
  random.fill_uniform({points.data(), static_cast<std::size_t>(points.size())});
  return points;
}

std::int64_t distinct_boxes(const Eigen::MatrixXd& points, double an_axis) {
  std::set<std::vector<double>> distinct;
  for (const auto point : points.colwise()) {
    std::vector<double> box;
    for (const double x : point) box.push_back(std::floor(x * an_axis));
    distinct.insert(box);
  }
  return static_cast<std::int64_t>(distinct.size());
}

TEST(BoxCounts, AreTheNumbersOfDistinctBoxes) {
  // Many levels in few bits each, few in many, and more than have bits of their own.
  for (const auto& [base, levels] :
       {std::pair{2, 20}, {3, 4}, {3, 13}, {5, 4}, {9, 6}, {70, 3}, {5000, 1}}) {
    for (const Eigen::Index dimension : {1, 2, 3}) {
      if (static_cast<double>(dimension * levels) * std::log2(base) >= 64) continue;
      Eigen::MatrixXd points = uniform_points(dimension, 200);
      points.rightCols(100) = points.leftCols(100).array() * 0.999999;  // pairs that part late
      const std::vector<std::int64_t> counts = box_counts(points, base, levels);
      ASSERT_EQ(counts.size(), levels + 1);
      for (int level = 0; level <= levels; ++level) {
        EXPECT_EQ(counts[static_cast<std::size_t>(level)],
                  distinct_boxes(points, std::pow(base, level)))
            << base << ' ' << level << ' ' << dimension;
      }
    }
  }
}

TEST(BoxCounts, OfEnoughPointsAreThePowersOfTheCopies) {
  Stream random = stream();
  for (const auto& [kept, copies] :
       {std::pair{cantor_dust(), 4}, {sierpinski_carpet(), 8}, {menger_sponge(), 20}}) {
    // A given box of the third level is missed with chance (1 - copies^-3)^N < e^-30.
    const auto counts =
        box_counts(ternary_points(kept, 30 * copies * copies * copies, random), 3, 3);
    EXPECT_EQ(counts,
              (std::vector<std::int64_t>{1, copies, copies * copies,
                                         static_cast<std::int64_t>(copies) * copies * copies}));
  }
}

TEST(BoxCounts, HoldTheFarCornerInTheLastBox) {
  EXPECT_EQ(box_counts(Eigen::MatrixXd::Ones(2, 1), 3, 2), (std::vector<std::int64_t>{1, 1, 1}));
  EXPECT_EQ(box_counts(Eigen::MatrixXd{{0.99, 1}}, 3, 2), (std::vector<std::int64_t>{1, 1, 1}));
}

TEST(BoxCounts, RefuseWhatIsOutside) {
  EXPECT_THROW(box_counts(Eigen::MatrixXd(2, 0), 3, 2), std::invalid_argument);
  EXPECT_THROW(box_counts(Eigen::MatrixXd{{1.5}}, 3, 2), std::invalid_argument);
  EXPECT_THROW(box_counts(Eigen::MatrixXd{{NAN}}, 3, 2), std::invalid_argument);
  EXPECT_THROW(box_counts(Eigen::MatrixXd{{0.5}}, 1, 2), std::invalid_argument);
  EXPECT_THROW(box_counts(Eigen::MatrixXd::Ones(3, 1), 3, 14), std::invalid_argument);
}

TEST(PairsWithin, AreThoseOfAScan) {
  for (const Eigen::Index dimension : {1, 2, 3}) {
    const Eigen::MatrixXd points = uniform_points(dimension, 300);
    for (const double radius : {0.01, 1.0 / 9, 0.3, 0.7, 1.0}) {
      std::int64_t scan = 0;
      for (Eigen::Index i = 0; i < points.cols(); ++i) {
        for (Eigen::Index j = 0; j < i; ++j) {
          scan += (points.col(i) - points.col(j)).norm() <= radius ? 1 : 0;
        }
      }
      EXPECT_EQ(pairs_within(points, radius), scan) << dimension << ' ' << radius;
    }
  }
}

TEST(PairsWithin, CountCopiesOfAPoint) {
  EXPECT_EQ(pairs_within(Eigen::MatrixXd::Constant(2, 4, 0.5), 0.25), 6);
  EXPECT_EQ(pairs_within(Eigen::MatrixXd{{0, 1}}, 1), 1);
}

TEST(PairsWithin, RefuseWhatHasNoBoxes) {
  EXPECT_THROW(pairs_within(Eigen::MatrixXd::Ones(4, 2), 0.5), std::invalid_argument);
  EXPECT_THROW(pairs_within(Eigen::MatrixXd::Ones(2, 2), 0), std::invalid_argument);
  EXPECT_THROW(pairs_within(Eigen::MatrixXd::Ones(2, 2), 2), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::box_counts_test
