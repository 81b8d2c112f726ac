#include "learning/fractals/fractals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace asymptest::learning::fractals_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr Eigen::Index many = 90000;
/// A fixed seed; the chance that a right sampler fails was 6e-7 a comparison.
constexpr double standard_errors = 5;

Stream stream() { return Stream({.suite_seed = 1, .claim = "fractals"}); }

/// The point's coordinates along the triangle's sides, in [0, 1].
std::array<double, 2> along_sides(const Eigen::Vector2d& point) {
  const double v = point.y() / (0.5 * std::numbers::sqrt3);
  return {point.x() - 0.5 * v, v};
}

/// Thirty doublings magnify the rounding of the coordinates, 2^-53, to 2^-23.
constexpr double magnified_rounding = 0x1p-20;

/// Whether the point lies in one of the 3^depth triangles of that level: each doubling must move it
/// into one of the three copies.
bool in_prefractal(const Eigen::Vector2d& point, int depth) {
  auto [u, v] = along_sides(point);
  for (int level = 0; level < depth; ++level) {
    u *= 2;
    v *= 2;
    if (u >= 1 && v >= 1) return false;
    if (u >= 1) u -= 1;
    if (v >= 1) v -= 1;
  }
  return u + v <= 1 + magnified_rounding;
}

TEST(SierpinskiGasket, LiesInTheCopiesOfEveryLevel) {
  Stream random = stream();
  const Eigen::MatrixXd points = sierpinski_gasket_points(2000, random);
  for (Eigen::Index i = 0; i < points.cols(); ++i) EXPECT_TRUE(in_prefractal(points.col(i), 30));
}

TEST(SierpinskiGasket, FillsItsTrianglesBelowTheDepthOfAPrefractal) {
  Stream random = stream();
  const Eigen::MatrixXd points = sierpinski_gasket_points(2000, random, 3);
  int in_next_level = 0;
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    EXPECT_TRUE(in_prefractal(points.col(i), 3));
    in_next_level += in_prefractal(points.col(i), 4) ? 1 : 0;
  }
  // Three of the four quarters of a filled triangle belong to the next level.
  const double deviation = std::sqrt(2000 * 0.75 * 0.25);
  EXPECT_NEAR(in_next_level, 1500, standard_errors * deviation);
}

TEST(SierpinskiGasket, GivesEachCopyOfLevelTwoTheSameMass) {
  Stream random = stream();
  const Eigen::MatrixXd points = sierpinski_gasket_points(many, random);
  std::array<int, 16> counts{};
  for (Eigen::Index i = 0; i < many; ++i) {
    const auto [u, v] = along_sides(points.col(i));
    ++counts[static_cast<std::size_t>(4 * std::floor(4 * u) + std::floor(4 * v))];
  }
  int copies = 0;
  const double expected = many / 9.0, deviation = std::sqrt(expected * 8 / 9);
  for (const int count : counts) {
    if (count == 0) continue;
    ++copies;
    EXPECT_NEAR(count, expected, standard_errors * deviation);
  }
  EXPECT_EQ(copies, 9);
}

TEST(SierpinskiGasket, HasTheMomentsOfItsMeasure) {
  Stream random = stream();
  const Eigen::MatrixXd points = sierpinski_gasket_points(many, random);
  // x = Σ c_k 2^-k with c_k uniform on {0, 1, 1/2}: mean 1/2, variance (1/6) Σ 4^-k = 1/18.
  EXPECT_NEAR(points.row(0).mean(), 0.5, standard_errors * std::sqrt(1.0 / 18 / many));
  // y = (√3/2) Σ b_k 2^-k with b_k Bernoulli(1/3): mean (√3/2)/3, variance (3/4)(2/9)/3 = 1/18.
  EXPECT_NEAR(points.row(1).mean(), std::numbers::sqrt3 / 6,
              standard_errors * std::sqrt(1.0 / 18 / many));
}

TEST(CantorSet, AvoidsTheMiddleThirds) {
  Stream random = stream();
  const Eigen::MatrixXd points = cantor_set_points(2000, random);
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    double x = points(0, i);
    for (int level = 0; level < 20; ++level) {  // beyond, tripling has used up the double's digits
      ASSERT_FALSE(x > 1.0 / 3 + 1e-6 && x < 2.0 / 3 - 1e-6) << "level " << level;
      x = x < 0.5 ? 3 * x : 3 * x - 2;
    }
  }
}

TEST(CantorSet, HasTheMomentsOfItsMeasure) {
  Stream random = stream();
  const Eigen::MatrixXd points = cantor_set_points(many, random);
  // x = Σ 2 a_k 3^-k: mean 1/2, variance Σ 9^-k = 1/8.
  EXPECT_NEAR(points.mean(), 0.5, standard_errors * std::sqrt(0.125 / many));
  const double variance = (points.array() - 0.5).square().mean();
  EXPECT_NEAR(variance, 0.125, standard_errors * 0.125 / std::sqrt(many));
}

TEST(Fractals, RefuseBadSizes) {
  Stream random = stream();
  EXPECT_THAT([&] { sierpinski_gasket_points(0, random); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("count is 0")));
  EXPECT_THAT([&] { sierpinski_gasket_points(5, random, 54); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("depth is 54, expected 0 to 53")));
  EXPECT_THAT([&] { sierpinski_gasket_points(5, random, -1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("depth is -1, expected 0 to 53")));
  EXPECT_THAT([&] { cantor_set_points(0, random); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("count is 0")));
}

}  // namespace
}  // namespace asymptest::learning::fractals_test
