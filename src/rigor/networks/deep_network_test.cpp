#include "rigor/networks/deep_network.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <random>
#include <stdexcept>
#include <vector>

namespace asymptest::rigor::deep_network_test {
namespace {

using Eigen::Index;
using Real = boost::multiprecision::cpp_bin_float_50;
using RealMatrix = std::vector<std::vector<Real>>;

constexpr DeepSizes tiny_sizes{.samples = 3, .dimension = 4, .width = 5};

DeepProblem any_deep(const DeepSizes& sizes, unsigned seed = 1) {
  std::mt19937_64 bits(seed);
  std::normal_distribution<double> normal;
  return random_deep_problem(sizes, [&] { return normal(bits); });
}

/// All weights in one list: U and W row by row, v.
std::vector<Real> weight_list(const DeepProblem& problem) {
  std::vector<Real> weights;
  for (Index r = 0; r < problem.width(); ++r) {
    for (const double u : problem.first.row(r)) weights.emplace_back(u);
  }
  for (Index r = 0; r < problem.width(); ++r) {
    for (const double w : problem.second.row(r)) weights.emplace_back(w);
  }
  for (const double v : problem.output) weights.emplace_back(v);
  return weights;
}

/// The network in 50 digits, straight from its formula.
Real output(const DeepProblem& problem, const std::vector<Real>& weights, Index sample) {
  const auto m = static_cast<std::size_t>(problem.width());
  const auto d = static_cast<std::size_t>(problem.dimension());
  std::vector<Real> features(m);
  for (std::size_t s = 0; s < m; ++s) {
    Real a = 0;
    for (std::size_t k = 0; k < d; ++k) {
      a += weights[s * d + k] * Real(problem.inputs(sample, static_cast<Index>(k)));
    }
    features[s] = tanh(a) / sqrt(Real(m));
  }
  Real sum = 0;
  for (std::size_t r = 0; r < m; ++r) {
    Real z = 0;
    for (std::size_t s = 0; s < m; ++s) z += weights[m * d + r * m + s] * features[s];
    sum += weights[m * d + m * m + r] * tanh(z);
  }
  return sum / sqrt(Real(m));
}

/// The Jacobian by central differences with a step of 1e-16, which err by about 1e-32.
RealMatrix differences(const DeepProblem& problem) {
  const Real step("1e-16");
  const std::vector<Real> weights = weight_list(problem);
  RealMatrix jacobian(static_cast<std::size_t>(problem.samples()));
  for (std::size_t i = 0; i < jacobian.size(); ++i) {
    for (std::size_t k = 0; k < weights.size(); ++k) {
      std::vector<Real> up = weights;
      std::vector<Real> down = weights;
      up[k] += step;
      down[k] -= step;
      const auto sample = static_cast<Index>(i);
      jacobian[i].push_back((output(problem, up, sample) - output(problem, down, sample)) /
                            (2 * step));
    }
  }
  return jacobian;
}

/// What the differences are off by, in sums of some fifty products of numbers below 10.
const Real difference_error("1e-28");

bool holds(const Interval& enclosure, const Real& exact) {
  return Real(enclosure.lower()) <= exact + difference_error &&
         exact - difference_error <= Real(enclosure.upper());
}

Real partial_dot(const RealMatrix& j, std::size_t a, std::size_t b, std::size_t from,
                 std::size_t to) {
  Real sum = 0;
  for (std::size_t k = from; k < to; ++k) sum += j[a][k] * j[b][k];
  return sum;
}

TEST(DeepNetwork, EnclosesResidualsAndKernelsOfTheFormulaItself) {
  const DeepProblem problem = any_deep(tiny_sizes);
  const DeepLinearisation at = linearise(problem);
  const RealMatrix j = differences(problem);
  const std::size_t of_first = 5 * 4;
  const std::vector<Real> weights = weight_list(problem);
  EXPECT_EQ(residuals(problem).midpoint, at.residuals.midpoint);
  EXPECT_EQ(residuals(problem).radius, at.residuals.radius);
  constexpr double tight = 1e-13;  // some hundred roundings of numbers of order one
  for (Index i = 0; i < 3; ++i) {
    const Real residual = output(problem, weights, i) - Real(problem.labels(i));
    EXPECT_TRUE(holds(at.residuals(i, 0), residual)) << i;
    EXPECT_LE(at.residuals(i, 0).width(), tight);
    for (Index k = 0; k < 3; ++k) {
      const auto a = static_cast<std::size_t>(i);
      const auto b = static_cast<std::size_t>(k);
      EXPECT_TRUE(holds(at.first_kernel(i, k), partial_dot(j, a, b, 0, of_first)));
      EXPECT_TRUE(holds(at.last_kernel(i, k), partial_dot(j, a, b, of_first, j[a].size())));
      EXPECT_LE(at.last_kernel(i, k).width(), tight);
      EXPECT_LE(at.first_kernel(i, k).width(), 10 * tight);
    }
  }
}

TEST(DeepNetwork, BeginsAtZeroWithOrthonormalInputs) {
  const DeepProblem problem = any_deep({.samples = 4, .dimension = 6, .width = 64}, 2);
  constexpr double rounding = 1e-13;  // of sums of 64 numbers
  const Eigen::MatrixXd angles = problem.inputs * problem.inputs.transpose();
  EXPECT_LE((angles - Eigen::MatrixXd::Identity(4, 4)).norm(), rounding);
  const DeepLinearisation at = linearise(problem);
  EXPECT_LE((at.residuals.midpoint.col(0) + problem.labels).norm(), rounding);
}

TEST(DeepNetwork, DistanceIsTheNormOfAllWeights) {
  const DeepProblem problem = any_deep(tiny_sizes);
  DeepProblem other = problem;
  other.first(1, 2) += 2;
  other.second(3, 4) += 3;
  other.output(0) += 6;
  constexpr double rounding = 1e-14;
  EXPECT_NEAR(distance_upper_bound(problem, other), 7, rounding);
  EXPECT_GE(distance_upper_bound(problem, other), 7 - 2e-15);  // the weights' own rounding
}

TEST(DeepNetwork, RefusesShapesThatDoNotFit) {
  DeepProblem problem = any_deep(tiny_sizes);
  problem.second.conservativeResize(5, 4);
  EXPECT_THROW(linearise(problem), std::invalid_argument);
  problem = any_deep(tiny_sizes);
  problem.labels.conservativeResize(2);
  EXPECT_THROW(linearise(problem), std::invalid_argument);
  problem = any_deep(tiny_sizes);
  problem.output(0) = std::numeric_limits<double>::infinity();
  EXPECT_THROW(linearise(problem), std::invalid_argument);
  EXPECT_THROW(residuals(problem), std::invalid_argument);
  EXPECT_THROW(any_deep({.samples = 5, .dimension = 4, .width = 8}), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::rigor::deep_network_test
