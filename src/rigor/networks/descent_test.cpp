#include "rigor/networks/descent.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "rigor/networks/random_problem.hpp"

namespace asymptest::rigor::descent_test {
namespace {

ShallowProblem shallow_start() {
  std::mt19937_64 bits(2);
  std::normal_distribution<double> normal;
  return random_problem({.samples = 10, .dimension = 24, .width = 32},
                        [&] { return normal(bits); });
}

double residual_norm(const ShallowProblem& problem) {
  return residuals(problem, weights_of(problem)).midpoint.norm();
}

TEST(Descent, OfAShallowNetworkStopsAtItsGoalAndFollowsTheGradient) {
  const ShallowProblem start = shallow_start();
  const ShallowProblem one = descended(start, {.step_size = 0.25, .goal = 0, .most_steps = 1});
  const ShallowWeights slope = gradient(start, weights_of(start));
  const ShallowWeights exact = stepped(weights_of(start), slope, 0.25);
  constexpr double rounding = 1e-12;  // radii of about 1e-14 in each of 800 weights, in norm
  EXPECT_LE(distance(exact, weights_of(one)).upper(), rounding);
  const ShallowProblem end = descended(start, {.step_size = 0.4, .goal = 1e-3});
  EXPECT_LE(residual_norm(end), 1e-3 * (1 + rounding));
  EXPECT_GT(residual_norm(end), 1e-5);
}

DeepProblem deep_start() {
  std::mt19937_64 bits(3);
  std::normal_distribution<double> normal;
  return random_deep_problem({.samples = 3, .dimension = 4, .width = 6},
                             [&] { return normal(bits); });
}

double loss(const DeepProblem& problem) {
  return linearise(problem).residuals.midpoint.squaredNorm() / 2;
}

/// One step of size one is minus the gradient: each entry against a central difference.
TEST(Descent, OfTwoHiddenLayersFollowsTheGradient) {
  const DeepProblem start = deep_start();
  const DeepProblem end = descended(start, {.step_size = 1, .goal = 0, .most_steps = 1});
  constexpr double step = 1e-5;
  constexpr double error = 1e-9;  // step² times third derivatives, and rounding over the step
  const auto expect_slope = [&](auto entry, double change) {
    DeepProblem up = start;
    DeepProblem down = start;
    entry(up) += step;
    entry(down) -= step;
    EXPECT_NEAR(-change, (loss(up) - loss(down)) / (2 * step), error);
  };
  for (Eigen::Index r = 0; r < 6; ++r) {
    for (Eigen::Index k = 0; k < 4; ++k) {
      expect_slope([=](DeepProblem& p) -> double& { return p.first(r, k); },
                   end.first(r, k) - start.first(r, k));
    }
    for (Eigen::Index s = 0; s < 6; ++s) {
      expect_slope([=](DeepProblem& p) -> double& { return p.second(r, s); },
                   end.second(r, s) - start.second(r, s));
    }
    expect_slope([=](DeepProblem& p) -> double& { return p.output(r); },
                 end.output(r) - start.output(r));
  }
}

}  // namespace
}  // namespace asymptest::rigor::descent_test
