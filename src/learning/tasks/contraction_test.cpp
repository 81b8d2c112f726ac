#include "contraction.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace asymptest::learning::optimisation::contraction_test {
namespace {

using Eigen::Vector2d;
using Eigen::VectorXd;

/// F(w) = (a₁w₁, a₂w₂) with labels 0: r_i shrinks by 1 − ηa_i² a step.
LeastSquares two_rates(const Vector2d& slopes) {
  return linear_fit(slopes.asDiagonal(), Vector2d::Zero());
}

/// Roundings of a thousand steps.
constexpr double rounding = 1e-12;

TEST(LeastRelativeRate, IsThatOfTheSlowestStepOfALinearModel) {
  const Vector2d slopes(2, 1);
  // r₁ vanishes before r₂ with the short steps; with the long one, of factor −0.8, it outlives r₂.
  for (const double step : {0.1, 0.2, 0.45}) {
    constexpr double pl = 0.5;
    double least = std::numeric_limits<double>::infinity();
    const auto loss = [&](int t) {
      return (std::pow(1 - 4 * step, 2 * t) * 4 + std::pow(1 - step, 2 * t) * 1) / 2;
    };
    for (int t = 0; t < 20; ++t) {
      least = std::min(least, std::log(loss(t) / loss(t + 1)) / -std::log(1 - step * pl));
    }
    const double found = least_relative_rate(two_rates(slopes), Vector2d::Ones(), step, pl, 20);
    EXPECT_NEAR(found, least, rounding) << step;
  }
}

/// Of r = tanh w, which is flat far out: the first step takes off least.
TEST(LeastRelativeRate, IsThatOfTheFirstStepWhereDescentGetsFaster) {
  constexpr double start = 2, step = 0.5, pl = 0.01;
  LeastSquares saturated;
  saturated.residual = [](const VectorXd& w) -> VectorXd { return w.array().tanh(); };
  saturated.pull_back = [](const VectorXd& w, const VectorXd& c) -> VectorXd {
    return c.array() * (1 - w.array().tanh().square());
  };
  const double first = std::tanh(start);
  const double second = std::tanh(start - step * first * (1 - first * first));
  EXPECT_NEAR(least_relative_rate(saturated, VectorXd::Constant(1, start), step, pl, 20),
              2 * std::log(first / second) / -std::log(1 - step * pl), rounding);
}

TEST(LeastRelativeRate, IsTwoAlongTheBottomEigenvectorWithTheConstantOfTheModel) {
  const auto along = [](double pl) {
    return least_relative_rate(two_rates({2, 1}), Vector2d(0, 1), 0.25, pl, 50);
  };
  EXPECT_NEAR(along(1), 2, rounding);
  EXPECT_LT(along(1.9), 1);  // above what descent at that step does for: (1 − η)² > 1 − 1.9·η
}

TEST(LeastRelativeRate, IsNegativeWhereTheLossGrows) {
  // Fourfold a step, beyond the largest number after 512 of them.
  EXPECT_NEAR(least_relative_rate(two_rates({1, 1}), Vector2d::Ones(), 3, 0.1, 600),
              std::log(4) / std::log(0.7), rounding);
}

TEST(LeastRelativeRate, LooksNoFurtherThanRounding) {
  // One step to the solution, then 0/0.
  EXPECT_EQ(least_relative_rate(two_rates({1, 1}), Vector2d::Ones(), 1, 0.5, 9),
            std::numeric_limits<double>::infinity());
  // r₂² = 1e-30 stands for rounding: it stays when r₁² has fallen by 0.01 a step to nothing, and
  // would end in a ratio near 1. Where the look ends, r₁² = 1e-20.
  constexpr double visible_rest = 1e-9;
  EXPECT_NEAR(least_relative_rate(two_rates({1, 0.1}), Vector2d(1, 1e-14), 0.9, 0.1, 60),
              std::log(0.01) / std::log(0.91), 100 * visible_rest);
}

TEST(LeastRelativeRate, NamesAStepThatTakesOffNothing) {
  EXPECT_THAT(
      [] {
        least_relative_rate(two_rates({1, 1}), Vector2d::Ones(), 1, 0, 1);
      },
      testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("step times μ is 0,")));
}

}  // namespace
}  // namespace asymptest::learning::optimisation::contraction_test
