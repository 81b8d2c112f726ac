#include "rigor/networks/deep_ball.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <stdexcept>

#include "rigor/matrices/eigenvalue_bound.hpp"
#include "rigor/matrices/symmetric_eigen.hpp"
#include "rigor/networks/convergence_ball.hpp"

namespace asymptest::rigor::deep_ball_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

struct NormalSource {
  std::mt19937_64 bits;
  std::normal_distribution<double> normal;
  explicit NormalSource(unsigned seed) : bits(seed) {}
  double operator()() { return normal(bits); }
};

DeepProblem deep_of_width(Index width, unsigned seed) {
  NormalSource source(seed);
  return random_deep_problem({.samples = 3, .dimension = 5, .width = width},
                             [&] { return source(); });
}

/// The spectral norm in plain arithmetic.
double plain_norm(const MatrixXd& a) {
  return std::sqrt(symmetric_eigen(a * a.transpose()).values.maxCoeff());
}

/// The Jacobian in plain arithmetic: columns of v, of W, of U.
MatrixXd plain_jacobian(const DeepProblem& p, Layers layers) {
  const Index n = p.samples();
  const Index m = p.width();
  const Index d = p.dimension();
  const double scale = 1 / std::sqrt(static_cast<double>(m));
  const MatrixXd first = (p.inputs * p.first.transpose()).array().tanh();
  const MatrixXd values = (scale * first * p.second.transpose()).array().tanh();
  MatrixXd j(n, m + m * m + (layers == Layers::all ? m * d : 0));
  for (Index i = 0; i < n; ++i) {
    j.row(i).head(m) = scale * values.row(i);
    const Eigen::VectorXd slope =
        scale * p.output.array() * (1 - values.row(i).transpose().array().square());
    const MatrixXd of_second = slope * (scale * first.row(i));
    j.row(i).segment(m, m * m) = of_second.reshaped().transpose();
    if (layers == Layers::last_two) continue;
    const Eigen::VectorXd below = scale * (p.second.transpose() * slope).array() *
                                  (1 - first.row(i).transpose().array().square());
    j.row(i).tail(m * d) = MatrixXd(below * p.inputs.row(i)).reshaped().transpose();
  }
  return j;
}

/// A point at the distance, all of it in the layers chosen by the bits of `which`.
DeepProblem displaced(DeepProblem problem, double distance, unsigned which, unsigned seed) {
  NormalSource source(seed);
  MatrixXd first(problem.first.rows(), problem.first.cols());
  MatrixXd second(problem.second.rows(), problem.second.cols());
  Eigen::VectorXd output(problem.output.size());
  for (double& x : first.reshaped()) x = (which & 1U) != 0 ? source() : 0;
  for (double& x : second.reshaped()) x = (which & 2U) != 0 ? source() : 0;
  for (double& x : output) x = (which & 4U) != 0 ? source() : 0;
  const double length =
      std::sqrt(first.squaredNorm() + second.squaredNorm() + output.squaredNorm());
  problem.first += distance / length * first;
  problem.second += distance / length * second;
  problem.output += distance / length * output;
  return problem;
}

TEST(DeepBall, TheJacobianChangesAtMostAsTheLipschitzConstantsSay) {
  const DeepProblem problem = deep_of_width(24, 1);
  const DeepScales at = bound_at(problem).scales;
  for (const Layers layers : {Layers::last_two, Layers::all}) {
    const MatrixXd before = plain_jacobian(problem, layers);
    for (unsigned seed = 0; seed < 70; ++seed) {
      const double distance = std::ldexp(1e-3, static_cast<int>(seed % 13));
      const DeepProblem other = displaced(problem, distance, 1 + seed % 7, seed);
      const double change = plain_norm(plain_jacobian(other, layers) - before);
      const Interval kappa =
          jacobian_lipschitz(at, within(at, problem.width(), distance), problem.width(), layers);
      EXPECT_LE(change, kappa.upper() * distance) << seed;
    }
  }
}

TEST(DeepBall, ScalesHoldEverywhereWithinTheRadius) {
  const DeepProblem problem = deep_of_width(24, 2);
  const DeepScales at = bound_at(problem).scales;
  for (unsigned seed = 0; seed < 35; ++seed) {
    const double distance = std::ldexp(1e-2, static_cast<int>(seed % 9));
    const DeepScales there = bound_at(displaced(problem, distance, 1 + seed % 7, seed)).scales;
    const DeepScales beyond = within(at, problem.width(), distance);
    EXPECT_LE(there.hidden_norm, beyond.hidden_norm);
    EXPECT_LE(there.feature_norm, beyond.feature_norm);
    EXPECT_LE(there.feature_size, beyond.feature_size);
    EXPECT_LE(there.slope_size, beyond.slope_size);
    EXPECT_LE(there.pulled_back, beyond.pulled_back);
    EXPECT_LE(there.output_weight, beyond.output_weight);
    EXPECT_LE(there.output_norm, beyond.output_norm);
  }
}

TEST(DeepBall, BoundsLieOnTheRightSideOfPlainArithmeticAndClose) {
  const DeepProblem problem = deep_of_width(48, 3);
  const DeepBounds bounds = bound_at(problem);
  const MatrixXd j = plain_jacobian(problem, Layers::last_two);
  const MatrixXd kernel = j * j.transpose();
  const Eigen::ArrayXd last = symmetric_eigen(kernel).values.array().sqrt();
  const double largest = plain_norm(plain_jacobian(problem, Layers::all));
  constexpr double relaxation = 4e-6;  // four factors 1 + 2^-20
  EXPECT_LE(bounds.smallest_singular, last.minCoeff());
  EXPECT_GE(bounds.smallest_singular, last.minCoeff() * (1 - relaxation));
  EXPECT_GE(bounds.largest_singular, largest);
  EXPECT_LE(bounds.largest_singular, largest * (1 + relaxation));
  EXPECT_GE(bounds.scales.hidden_norm, plain_norm(problem.second));
  EXPECT_LE(bounds.scales.hidden_norm, plain_norm(problem.second) * (1 + relaxation));
}

/// f = v tanh(w tanh u) at the origin, v tiny: only w du is left of the change of J.
TEST(DeepBall, TheLipschitzConstantIsAttained) {
  DeepProblem scalar{MatrixXd::Ones(1, 1), Eigen::VectorXd::Zero(1), MatrixXd::Zero(1, 1),
                     MatrixXd::Constant(1, 1, 3), Eigen::VectorXd::Constant(1, 0x1p-20)};
  const DeepScales at = bound_at(scalar).scales;
  constexpr double distance = 0x1p-12;
  const MatrixXd before = plain_jacobian(scalar, Layers::last_two);
  scalar.first(0, 0) += distance;
  const double change = (plain_jacobian(scalar, Layers::last_two) - before).norm() / distance;
  const double kappa = jacobian_lipschitz(at, within(at, 1, distance), 1, Layers::last_two).upper();
  constexpr double relaxation = 8e-6;  // 2^-20s, and third order in the distance
  EXPECT_LE(change, kappa);
  EXPECT_GE(change, kappa * (1 - relaxation));
}

/// The gradient in plain arithmetic changes at most β times as much as the weights.
TEST(DeepBall, TheGradientIsAsSmoothAsItSays) {
  DeepProblem problem = deep_of_width(128, 4);
  DeepBounds bounds = bound_at(problem);
  problem.labels *= 0.9 * largest_residual(bounds, 2) / problem.labels.norm();
  bounds.residual = residual_upper_bound(problem);
  const DeepBall ball = prove_ball(bounds, 2);
  EXPECT_GE(ball.radius * std::sqrt(ball.mu), 2 * bounds.residual);
  const auto gradient = [](const DeepProblem& p) -> Eigen::VectorXd {
    return plain_jacobian(p, Layers::all).transpose() * linearise(p).residuals.midpoint.col(0);
  };
  for (unsigned seed = 0; seed < 6; ++seed) {
    const DeepProblem a = displaced(problem, 0.7 * ball.radius, 1 + seed, seed);
    const DeepProblem b = displaced(a, 0.3 * ball.radius, 7 - seed, seed + 100);
    EXPECT_LE((gradient(a) - gradient(b)).norm(), ball.smoothness * 0.3 * ball.radius) << seed;
  }
}

/// β = S² + κ'(ρ + S R), S = σ_max + κR, in plain numbers.
TEST(DeepBall, SmoothnessIsTheTheoremsEstimateInPlainNumbers) {
  DeepBounds bounds = bound_at(deep_of_width(128, 6));
  bounds.residual = 0.9 * largest_residual(bounds, 1);
  const DeepBall ball = prove_ball(bounds, 1);
  const DeepScales& at = bounds.scales;
  const DeepScales beyond = within(at, bounds.width, ball.radius);
  const double kappa = jacobian_lipschitz(at, beyond, bounds.width, Layers::all).upper();
  const double between = jacobian_lipschitz(beyond, beyond, bounds.width, Layers::all).upper();
  const double slope = bounds.largest_singular + kappa * ball.radius;
  const double residual = bounds.residual + slope * ball.radius;
  constexpr double relaxation = 8e-6;  // each bound is raised by 2^-20 at most a few times
  EXPECT_GE(ball.smoothness, slope * slope + between * residual);
  EXPECT_LE(ball.smoothness, (slope * slope + between * residual) * (1 + relaxation));
}

TEST(DeepBall, GoesThroughUpToTheLargestResidualAndNoFurther) {
  DeepBounds bounds = bound_at(deep_of_width(128, 5));
  for (const double margin : {1.0, 2.0}) {
    const double largest = largest_residual(bounds, margin);
    bounds.residual = largest;
    const DeepBall ball = prove_ball(bounds, margin);
    EXPECT_GT(ball.mu, 0);
    EXPECT_GE(ball.radius * std::sqrt(ball.mu), margin * largest);
    bounds.residual = 1.001 * largest;
    EXPECT_THROW(prove_ball(bounds, margin), std::domain_error);
  }
  bounds.residual = 1e-3;
  EXPECT_THROW(prove_ball(bounds, 0.5), std::domain_error);
}

}  // namespace
}  // namespace asymptest::rigor::deep_ball_test
