#include "learning/fractals/ternary_sets.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <set>
#include <stdexcept>
#include <vector>

namespace asymptest::learning::ternary_sets_test {
namespace {

constexpr double standard_errors = 5;

Stream stream() { return Stream({.suite_seed = 1, .claim = "ternary-sets"}); }

TEST(TernarySets, KeepAsManyCubesAsTheirDimensionSays) {
  EXPECT_EQ(cantor_dust().cols(), 4);
  EXPECT_EQ(sierpinski_carpet().cols(), 8);
  EXPECT_EQ(menger_sponge().cols(), 20);
  EXPECT_EQ(whole_cube(3).cols(), 27);
  EXPECT_THROW(whole_cube(9), std::invalid_argument);
}

/// How many points lie in each of the kept cubes; those elsewhere count as a last one.
std::vector<double> counts_in(const KeptCubes& kept, const Eigen::MatrixXd& points) {
  std::vector<double> counts(static_cast<std::size_t>(kept.cols()) + 1);
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    const Eigen::VectorXi digits = (3 * points.col(i)).array().floor().matrix().cast<int>();
    Eigen::Index cube = 0;
    while (cube < kept.cols() && kept.col(cube) != digits) ++cube;
    counts[static_cast<std::size_t>(cube)] += 1;
  }
  return counts;
}

TEST(TernaryPoints, LieEvenlyInTheKeptCubesOfTwoLevels) {
  constexpr Eigen::Index count = 20000;
  for (const KeptCubes& kept : {cantor_dust(), sierpinski_carpet(), menger_sponge()}) {
    Stream random = stream();
    const Eigen::MatrixXd points = ternary_points(kept, count, random);
    // Thrice a point, less its digits, is a point of the set again.
    const Eigen::MatrixXd next = 3 * points - (3 * points).array().floor().matrix();
    for (const Eigen::MatrixXd& level : {points, next}) {
      const std::vector<double> counts = counts_in(kept, level);
      EXPECT_EQ(counts.back(), 0);
      const double expected = static_cast<double>(count) / static_cast<double>(kept.cols());
      for (std::size_t cube = 0; cube + 1 < counts.size(); ++cube) {
        EXPECT_NEAR(counts[cube], expected, standard_errors * std::sqrt(expected));
      }
    }
  }
}

TEST(TernaryPoints, OfTheWholeCubeAreUniform) {
  Stream random = stream();
  constexpr Eigen::Index count = 20000;
  const Eigen::MatrixXd points = ternary_points(whole_cube(1), count, random);
  const double error = standard_errors / std::sqrt(12.0 * count);
  EXPECT_NEAR(points.mean(), 0.5, error);
  EXPECT_NEAR(points.array().square().mean(), 1.0 / 3, 2 * error);
}

/// Counted among the copies of a level, not by the recursion: the cubes of addresses of two digits
/// more on a grid of 27 an axis, and what their free sides become.
double share_counted(const KeptCubes& kept, int levels) {
  const Eigen::Index d = kept.rows();
  std::set<std::vector<int>> cubes{std::vector<int>(static_cast<std::size_t>(d), 0)};
  for (int level = 0; level < levels; ++level) {
    std::set<std::vector<int>> finer;
    for (const auto& cube : cubes) {
      for (const Eigen::VectorXi digits : kept.colwise()) {
        std::vector<int> next = cube;
        for (std::size_t k = 0; k < next.size(); ++k) {
          next[k] = 3 * next[k] + digits[static_cast<Eigen::Index>(k)];
        }
        finer.insert(next);
      }
    }
    cubes = finer;
  }
  double touching = 0;
  for (const auto& cube : cubes) {
    for (std::size_t k = 0; k < cube.size(); ++k) {
      for (const int step : {-1, 1}) {
        std::vector<int> next = cube;
        next[k] += step;
        touching += cubes.count(next) > 0 ? 1 : 0;
      }
    }
  }
  return touching / static_cast<double>(cubes.size()) / static_cast<double>(2 * d);
}

TEST(ShareOfTouchingSides, IsWhatCountsOfThreeLevelsTendTo) {
  EXPECT_DOUBLE_EQ(share_of_touching_sides(cantor_dust()), 0);
  EXPECT_DOUBLE_EQ(share_of_touching_sides(sierpinski_carpet()), 0.8);
  EXPECT_DOUBLE_EQ(share_of_touching_sides(menger_sponge()), 2.0 / 3);
  EXPECT_DOUBLE_EQ(share_of_touching_sides(whole_cube(3)), 1);
  for (const KeptCubes& kept : {sierpinski_carpet(), menger_sponge(), whole_cube(2)}) {
    // The whole's own free sides are left in the share (K'/K)^j of the copies' sides.
    const double limit = share_of_touching_sides(kept);
    const auto at_a_side = static_cast<double>((kept.row(0).array() == 0).count());
    const double left = std::pow(at_a_side / static_cast<double>(kept.cols()), 3);
    constexpr double rounding = 1e-12;  // of quotients of whole numbers below 10^5
    EXPECT_NEAR(share_counted(kept, 3), limit - limit * left, rounding);
  }
  EXPECT_THROW(share_of_touching_sides(KeptCubes(2, 0)), std::invalid_argument);
}

TEST(TernaryPoints, RefusesNone) {
  Stream random = stream();
  EXPECT_THROW(ternary_points(cantor_dust(), 0, random), std::invalid_argument);
  EXPECT_THROW(ternary_points(KeptCubes(2, 0), 5, random), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::ternary_sets_test
