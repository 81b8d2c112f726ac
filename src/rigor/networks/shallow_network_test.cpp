#include "rigor/networks/shallow_network.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <functional>
#include <random>
#include <stdexcept>
#include <vector>

#include "rigor/networks/random_problem.hpp"

namespace asymptest::rigor::shallow_network_test {
namespace {

using Eigen::Index;
using Real = boost::multiprecision::cpp_bin_float_50;

ShallowProblem any_problem(Index width = 9, unsigned seed = 1) {
  std::mt19937_64 bits(seed);
  std::normal_distribution<double> normal;
  return random_problem({.samples = 4, .dimension = 3, .width = width},
                        [&] { return normal(bits); });
}

/// All weights in one list, hidden first, row by row.
std::vector<Real> weight_list(const ShallowProblem& problem) {
  std::vector<Real> weights;
  for (Index r = 0; r < problem.width(); ++r) {
    for (Index k = 0; k < problem.dimension(); ++k) weights.emplace_back(problem.hidden(r, k));
  }
  for (Index r = 0; r < problem.width(); ++r) weights.emplace_back(problem.output(r));
  return weights;
}

/// The network in 50 digits, straight from its formula.
Real output(const ShallowProblem& problem, const std::vector<Real>& weights, Index sample) {
  const auto m = static_cast<std::size_t>(problem.width());
  const auto d = static_cast<std::size_t>(problem.dimension());
  Real sum = 0;
  for (std::size_t r = 0; r < m; ++r) {
    Real a = 0;
    for (std::size_t k = 0; k < d; ++k) {
      a += weights[r * d + k] * Real(problem.inputs(sample, static_cast<Index>(k)));
    }
    sum += weights[m * d + r] * tanh(a);
  }
  return sum / sqrt(Real(m));
}

/// Central differences with a step of 1e-16 err by about 1e-32, and 34 digits of 50 are left.
const Real difference_step{"1e-16"};

std::vector<Real> differences(const std::vector<Real>& weights,
                              const std::function<Real(const std::vector<Real>&)>& function) {
  std::vector<Real> slopes;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    std::vector<Real> up = weights;
    std::vector<Real> down = weights;
    up[k] += difference_step;
    down[k] -= difference_step;
    slopes.push_back((function(up) - function(down)) / (2 * difference_step));
  }
  return slopes;
}

void expect_holds(const Interval& enclosure, const Real& exact) {
  EXPECT_LE(Real(enclosure.lower()), exact);
  EXPECT_GE(Real(enclosure.upper()), exact);
  constexpr double sharp = 1e-13;  // some hundred roundings of numbers of order one
  EXPECT_LE(enclosure.width(), sharp);
}

TEST(ShallowNetwork, ResidualsAndKernelHoldThoseOfFiftyDigits) {
  const ShallowProblem problem = any_problem();
  const ShallowLinearisation at = linearise(problem, weights_of(problem));
  const std::vector<Real> weights = weight_list(problem);
  std::vector<std::vector<Real>> jacobian;
  for (Index i = 0; i < problem.samples(); ++i) {
    expect_holds(at.residuals(i, 0), output(problem, weights, i) - Real(problem.labels(i)));
    jacobian.push_back(
        differences(weights, [&](const std::vector<Real>& w) { return output(problem, w, i); }));
  }
  for (Index i = 0; i < problem.samples(); ++i) {
    for (Index j = 0; j < problem.samples(); ++j) {
      Real sum = 0;
      for (std::size_t k = 0; k < weights.size(); ++k) {
        sum += jacobian[static_cast<std::size_t>(i)][k] * jacobian[static_cast<std::size_t>(j)][k];
      }
      expect_holds(at.kernel(i, j), sum);
    }
  }
}

TEST(ShallowNetwork, TheGradientHoldsThatOfTheLoss) {
  const ShallowProblem problem = any_problem();
  const auto loss = [&](const std::vector<Real>& w) -> Real {
    Real sum = 0;
    for (Index i = 0; i < problem.samples(); ++i) {
      const Real residual = output(problem, w, i) - Real(problem.labels(i));
      sum += residual * residual;
    }
    return sum / 2;
  };
  const std::vector<Real> slopes = differences(weight_list(problem), loss);
  const ShallowWeights found = gradient(problem, weights_of(problem));
  std::size_t k = 0;
  for (Index r = 0; r < problem.width(); ++r) {
    for (Index j = 0; j < problem.dimension(); ++j) expect_holds(found.hidden(r, j), slopes[k++]);
  }
  for (Index r = 0; r < problem.width(); ++r) expect_holds(found.output(r, 0), slopes[k++]);
}

TEST(ShallowNetwork, SeveralBlocksOfNeuronsAddUpToTheirSum) {
  // Twice the same neurons, 5000 in all: f grows by √2 against one half, the kernel stays.
  ShallowProblem half = any_problem(2500, 2);
  ShallowProblem whole = half;
  whole.hidden = half.hidden.replicate(2, 1);
  whole.output = half.output.replicate(2, 1);
  const ShallowLinearisation of_half = linearise(half, weights_of(half));
  const ShallowLinearisation of_whole = linearise(whole, weights_of(whole));
  for (Index i = 0; i < half.samples(); ++i) {
    const Interval expected =
        sqrt(Interval(2)) * (of_half.residuals(i, 0) + Interval(half.labels(i)));
    const Interval found = of_whole.residuals(i, 0) + Interval(half.labels(i));
    EXPECT_NO_THROW(intersection(expected, found));
    for (Index j = 0; j < half.samples(); ++j) {
      EXPECT_NO_THROW(intersection(of_half.kernel(i, j), of_whole.kernel(i, j)));
    }
  }
}

TEST(ShallowNetwork, AStepOfDescentHoldsTheExactStep) {
  const ShallowProblem problem = any_problem();
  const ShallowWeights start = weights_of(problem);
  const ShallowWeights slope = gradient(problem, start);
  const ShallowWeights end = stepped(start, slope, 0.5);
  const Interval expected = start.hidden(2, 1) - Interval(0.5) * slope.hidden(2, 1);
  EXPECT_NO_THROW(intersection(expected, end.hidden(2, 1)));
  const Interval moved = distance(start, end);
  EXPECT_GT(moved.lower(), 0);
  EXPECT_TRUE(distance(start, start).contains(0.0));
}

TEST(ShallowNetwork, ShapesThatDoNotFitAreRefused) {
  ShallowProblem problem = any_problem();
  problem.labels.conservativeResize(3);
  EXPECT_THROW(validate(problem), std::invalid_argument);
  problem = any_problem();
  problem.output(0) = NAN;
  EXPECT_THROW(validate(problem), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::rigor::shallow_network_test
