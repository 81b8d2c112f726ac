#include "asymptest/inference/correction/nonnegative_minimax.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::nonnegative_minimax_test {
namespace {

// Deviations are sums of a few products of order 1, in double precision.
constexpr double rounding = 1e-12;
// Weights come out of a basis that is solved for, of a condition below a thousand.
constexpr double rounding_of_weights = 1e-9;

struct Problem {
  std::vector<double> rays, target;

  [[nodiscard]] std::size_t count() const { return rays.size() / target.size(); }
  [[nodiscard]] double largest_deviation(const std::vector<double>& weights) const {
    double largest = 0;
    for (std::size_t i = 0; i < target.size(); ++i) {
      double residual = -target[i];
      for (std::size_t k = 0; k < count(); ++k) {
        residual += weights[k] * rays[k * target.size() + i];
      }
      largest = std::max(largest, std::abs(residual));
    }
    return largest;
  }
};

Problem drawn(std::size_t count, std::size_t n, std::uint64_t trial) {
  Stream random({1, "nonnegative-minimax-test", "", trial});
  Problem problem{std::vector<double>(count * n), std::vector<double>(n)};
  random.fill_uniform(problem.rays);
  random.fill_normal(problem.target);
  for (double& t : problem.target) t += 1;
  return problem;
}

// The least value of a convex function on [0, most].
double least(const std::function<double(double)>& value, double most) {
  double lower = 0, upper = most;
  for (int i = 0; i < 60; ++i) {
    const double left = (2 * lower + upper) / 3, right = (lower + 2 * upper) / 3;
    if (value(left) <= value(right)) {
      upper = right;
    } else {
      lower = left;
    }
  }
  return std::min({value(0), value(lower), value(upper)});
}

// One coordinate within the other: what is left of a convex function is convex.
double by_nested_search(const Problem& problem, std::vector<double>& weights, std::size_t k) {
  constexpr double most = 64;  // no ray of the drawn problems asks for more
  if (k == problem.count()) return problem.largest_deviation(weights);
  return least(
      [&](double w) {
        weights[k] = w;
        return by_nested_search(problem, weights, k + 1);
      },
      most);
}

TEST(NonnegativeMinimax, AgreesWithANestedSearch) {
  // The search ends within (2/3)^60·64 of the minimum in each weight.
  constexpr double precision = 1e-7;
  for (std::uint64_t trial = 0; trial < 60; ++trial) {
    const Problem problem = drawn(1 + trial % 2, 9, trial);
    const NonnegativeFit fit = nonnegative_minimax(problem.rays, problem.target);
    std::vector<double> weights(problem.count());
    EXPECT_NEAR(std::sqrt(fit.misfit), by_nested_search(problem, weights, 0), precision) << trial;
    for (const double w : fit.weights) EXPECT_GE(w, 0);
  }
}

TEST(NonnegativeMinimax, IsNotBeatenByNeighboursWithThreeRays) {
  for (std::uint64_t trial = 0; trial < 200; ++trial) {
    const Problem problem = drawn(3, 12, 1000 + trial);
    const NonnegativeFit fit = nonnegative_minimax(problem.rays, problem.target);
    std::vector<double> weights(fit.weights.begin(), fit.weights.end());
    EXPECT_NEAR(problem.largest_deviation(weights), std::sqrt(fit.misfit), rounding);
    // The problem is convex: what no small step improves is the minimum.
    Stream random({2, "nonnegative-minimax-test", "", trial});
    for (int step = 0; step < 500; ++step) {
      std::vector<double> other = weights;
      for (double& w : other) w = std::max(0.0, w + 1e-3 * random.normal());
      ASSERT_GE(problem.largest_deviation(other), std::sqrt(fit.misfit) - rounding) << trial;
    }
  }
}

TEST(NonnegativeMinimax, FindsACombinationThatFitsExactly) {
  Problem problem = drawn(3, 8, 5000);
  for (std::size_t i = 0; i < 8; ++i) {
    problem.target[i] = 2 * problem.rays[i] + 0.5 * problem.rays[8 + i] + 3 * problem.rays[16 + i];
  }
  const NonnegativeFit fit = nonnegative_minimax(problem.rays, problem.target);
  EXPECT_NEAR(std::sqrt(fit.misfit), 0, rounding_of_weights);
  EXPECT_NEAR(fit.weights[2], 3, rounding_of_weights);
}

TEST(NonnegativeMinimax, TakesRaysOfAnyScale) {
  Problem problem = drawn(2, 9, 6000);
  const double plain = nonnegative_minimax(problem.rays, problem.target).misfit;
  for (std::size_t i = 0; i < 9; ++i) problem.rays[i] *= 1e15, problem.rays[9 + i] *= 1e-15;
  EXPECT_NEAR(nonnegative_minimax(problem.rays, problem.target).misfit, plain, 1e-9 * plain);
}

// A logarithm with a correction and the same beside a constant, which differ by a part in 10^4.
TEST(NonnegativeMinimax, TakesRaysThatAreNearlyParallel) {
  const std::vector<double> first{0.00026, 0.0043, 0.0127, 0.0317, 0.0757, 0.1815, 0.4288, 1};
  const std::vector<double> second{0.06351, 0.05487, 0.06292, 0.08444,
                                   0.13079, 0.23632, 0.47131, 1};
  for (const double apart : {1e-4, 1e-7, 1e-10, 0.0}) {
    Problem problem{first, {80.5, 46.1, 32.8, 25.3, 20.2, 16.2, 13.3, 11}};
    problem.rays.insert(problem.rays.end(), second.begin(), second.end());
    for (std::size_t i = 0; i < 8; ++i) {
      const double sign = i % 2 == 0 ? 1 : -1;
      problem.rays.push_back(second[i] * (1 + sign * apart));
    }
    const NonnegativeFit fit = nonnegative_minimax(problem.rays, problem.target);
    Problem two = problem;
    two.rays.resize(16);
    const double without = nonnegative_minimax(two.rays, two.target).misfit;
    EXPECT_LE(fit.misfit, without * (1 + 1e-9)) << "a ray more fits no worse";
    EXPECT_NEAR(fit.misfit, without, without * 10 * apart + 1e-9 * without);
  }
}

TEST(NonnegativeMinimax, RefusesWhatDoesNotAgree) {
  const std::vector<double> rays{1, 1, 1}, target{1, 1};
  EXPECT_THROW(nonnegative_minimax(rays, target), std::invalid_argument);
  const std::vector<double> negative{1, -1};
  EXPECT_THROW(nonnegative_minimax(negative, target), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::nonnegative_minimax_test
