#include "contraction.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

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

TEST(WorstContraction, IsTheWorstStepOfALinearModel) {
  const Vector2d slopes(2, 1);
  // r₁ vanishes before r₂ with the short steps; with the long one, of factor −0.8, it outlives r₂.
  for (const double step : {0.1, 0.2, 0.45}) {
    constexpr double pl = 0.5;
    double worst = 0;
    const auto loss = [&](int t) {
      return (std::pow(1 - 4 * step, 2 * t) * 4 + std::pow(1 - step, 2 * t) * 1) / 2;
    };
    for (int t = 0; t < 20; ++t) {
      worst = std::max(worst, loss(t + 1) / loss(t) / (1 - step * pl));
    }
    const double found = worst_contraction(two_rates(slopes), Vector2d::Ones(), step, pl, 20);
    EXPECT_NEAR(found, worst, rounding) << step;
  }
}

TEST(WorstContraction, StaysBelowOneOnlyWithTheConstantOfTheModel) {
  const auto along = [](double pl) {
    return worst_contraction(two_rates({2, 1}), Vector2d::Ones(), 0.25, pl, 50);
  };
  EXPECT_LE(along(1), 1);    // μ = min a², 1/η = max a²
  EXPECT_GT(along(1.9), 1);  // above what descent at that step does for: (1 − η)² > 1 − 1.9·η
}

TEST(WorstContraction, LooksNoFurtherThanRoundingOrOverflow) {
  // One step to the solution, then 0/0.
  EXPECT_EQ(worst_contraction(two_rates({1, 1}), Vector2d::Ones(), 1, 0.5, 9), 0);
  // Fourfold a step, beyond the largest number after 512 of them.
  EXPECT_NEAR(worst_contraction(two_rates({1, 1}), Vector2d::Ones(), 3, 0.1, 600), 4 / 0.7,
              rounding);
  // r₂² = 1e-30 stands for rounding: it stays when r₁² has fallen by 0.01 a step to nothing, and
  // would end in a ratio near 1. Where the look ends, r₁² = 1e-20.
  constexpr double visible_rest = 1e-9;
  EXPECT_NEAR(worst_contraction(two_rates({1, 0.1}), Vector2d(1, 1e-14), 0.9, 0, 60), 0.01,
              visible_rest);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::contraction_test
