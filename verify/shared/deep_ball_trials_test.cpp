#include "deep_ball_trials.hpp"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <vector>

#include "learning/curvature/shallow_hessian.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/suprema/output_hessian_bound.hpp"
#include "learning/suprema/shallow_linearisation.hpp"

namespace asymptest::learning::optimisation::deep_ball_trials_test {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double radius = 0.5, width = 8;

/// What the next order adds in a ball of radius R, relative: derivatives of K are below 100.
constexpr double next_order(double r) { return 100 * r; }

Stream stream(std::uint64_t trial) { return Stream({1, "deep-ball-trials-test", "", trial}); }

double value_of(const Trial& trial, std::uint64_t number) {
  Stream random = stream(number);
  return trial(Point{{"m", width}}, random);
}

/// What a trial on `count` inputs draws.
struct Draw {
  Network network;
  MatrixXd inputs;
};

Draw draw_of(const Family& family, Eigen::Index count, std::uint64_t number) {
  return {initialise(family(static_cast<Eigen::Index>(width)), stream(number).substream("weights")),
          sphere_points(input_dimension, count, stream(number).substream("input"))};
}

TEST(DeepBallTrials, EncloseTheExactSupremaOfOneHiddenLayer) {
  const Family family = deep_family(1);
  const Radius ball = fixed_radius(radius);
  for (std::uint64_t trial = 0; trial < 4; ++trial) {
    const auto [network, inputs] = draw_of(family, 1, trial);
    const double hessian = shallow_hessian_supremum(network, inputs.col(0), radius);
    EXPECT_LE(value_of(ascended_hessian(family, ball), trial), hessian * (1 + price_tolerance));
    EXPECT_GE(value_of(bounded_hessian(family, ball), trial), hessian);
    const Bracket error = shallow_linearisation_error(network, inputs.col(0), radius);
    EXPECT_LE(value_of(ascended_linearisation(family, ball), trial), error.upper);
    EXPECT_GE(value_of(bounded_linearisation(family, ball), trial), error.lower);
  }
}

double norm(const MatrixXd& symmetric) {
  return Eigen::SelfAdjointEigenSolver<MatrixXd>(symmetric).eigenvalues().cwiseAbs().maxCoeff();
}

TEST(DeepBallTrials, FindAndBoundMoreThanRandomPointsShow) {
  const Family family = deep_family(2);
  const Radius ball = fixed_radius(radius);
  for (std::uint64_t trial = 0; trial < 2; ++trial) {
    const auto [network, inputs] = draw_of(family, kernel_inputs, trial);
    const auto [single, x] = draw_of(family, 1, trial);
    const MatrixXd rows = jacobian(network, inputs), row = jacobian(single, x);
    Stream directions = stream(100 + trial);
    double change = 0, error = 0;
    for (int t = 0; t < 32; ++t) {
      const MatrixXd moved = jacobian(moved_at_random(network, radius, directions), inputs);
      change = std::max(change, norm(moved * moved.transpose() - rows * rows.transpose()));
      const Network other = moved_at_random(single, radius, directions);
      const VectorXd way = flatten(other.weights) - flatten(single.weights);
      error =
          std::max(error, std::abs(outputs(other, x)[0] - outputs(single, x)[0] - (row * way)[0]));
    }
    const double kernel = value_of(ascended_kernel(family, ball), trial);
    EXPECT_GT(kernel, change);
    EXPECT_GT(value_of(bounded_kernel(family, ball), trial), kernel);
    const double linearisation = value_of(ascended_linearisation(family, ball), trial);
    EXPECT_GT(linearisation, error);
    EXPECT_GT(value_of(bounded_linearisation(family, ball), trial), linearisation);
  }
}

TEST(BoundedKernel, NearsTwiceTheNormOfTheJacobianTimesItsDriftInASmallBall) {
  // The bounds of the Hessians and so 2·|J|·√(Σ h²) stay as the ball shrinks.
  const Family family = deep_family(2);
  constexpr double small = 1e-6;
  const auto [network, inputs] = draw_of(family, kernel_inputs, 3);
  double squares = 0;
  for (Eigen::Index i = 0; i < kernel_inputs; ++i) {
    squares += std::pow(output_hessian_bound(network, inputs.col(i), 0), 2);
  }
  const MatrixXd rows = jacobian(network, inputs);
  const double rate = 2 * std::sqrt(norm(rows * rows.transpose()) * squares);
  const double bound = value_of(bounded_kernel(family, fixed_radius(small)), 3);
  EXPECT_NEAR(bound / small / rate, 1, next_order(small));
}

/// The largest norm of DK[v] over unit directions v, by turns: the v of largest uᵀ·DK[v]·u, then
/// the leading eigenvector u of DK[v]. DK by differences.
double kernel_rate(const Network& network, const MatrixXd& inputs) {
  constexpr double h = 1e-5;
  const VectorXd w = flatten(network.weights);
  const auto kernel = [&](const VectorXd& at) -> MatrixXd {
    const MatrixXd rows = jacobian(network_with(network.architecture, at), inputs);
    return rows * rows.transpose();
  };
  std::vector<MatrixXd> partial;
  for (Eigen::Index k = 0; k < w.size(); ++k) {
    const VectorXd step = h * VectorXd::Unit(w.size(), k);
    partial.emplace_back((kernel(w + step) - kernel(w - step)) / (2 * h));
  }
  double best = 0;
  for (std::uint64_t start = 0; start < 16; ++start) {
    Stream random = stream(200 + start);
    VectorXd u(inputs.cols());
    for (double& entry : u) entry = random.normal();
    for (int turn = 0; turn < 50; ++turn) {
      VectorXd way(w.size());
      for (Eigen::Index k = 0; k < w.size(); ++k) way[k] = u.dot(partial[k] * u);
      way.normalize();
      MatrixXd sum = MatrixXd::Zero(u.size(), u.size());
      for (Eigen::Index k = 0; k < w.size(); ++k) sum += way[k] * partial[k];
      const Eigen::SelfAdjointEigenSolver<MatrixXd> pairs(sum);
      u = pairs.eigenvectors().rightCols(1);
      best = std::max(best, pairs.eigenvalues().maxCoeff());
    }
  }
  return best;
}

TEST(AscendedKernel, GrowsAsFastAsTheKernelsDerivativeAllows) {
  const Family family = deep_family(2);
  constexpr double small = 1e-4;
  for (std::uint64_t trial = 0; trial < 3; ++trial) {
    const auto [network, inputs] = draw_of(family, kernel_inputs, trial);
    const double found = value_of(ascended_kernel(family, fixed_radius(small)), trial) / small;
    EXPECT_NEAR(found / kernel_rate(network, inputs), 1, next_order(small)) << trial;
  }
}

TEST(DeepFamily, HasTheDepthTheSignsAndTheChangeThatItIsAskedFor) {
  const Architecture plain = deep_family(3)(7);
  EXPECT_EQ(plain.widths, (std::vector<Eigen::Index>{input_dimension, 7, 7, 7}));
  EXPECT_EQ(plain.output_weights, OutputWeights::signs);
  const Family changed = deep_family(1, [](Architecture& a) { a.output = Activation::softplus; });
  EXPECT_EQ(changed(7).output, Activation::softplus);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::deep_ball_trials_test
