#include "rigor/networks/convergence_ball.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <stdexcept>

#include "rigor/matrices/eigenvalue_bound.hpp"
#include "rigor/matrices/symmetric_eigen.hpp"
#include "rigor/networks/random_problem.hpp"

namespace asymptest::rigor::convergence_ball_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

struct Source {
  std::mt19937_64 bits;
  std::normal_distribution<double> normal;
  explicit Source(unsigned seed) : bits(seed) {}
  double operator()() { return normal(bits); }
};

ShallowProblem problem_of_width(Index width, unsigned seed) {
  Source source(seed);
  return random_problem({.samples = 20, .dimension = 24, .width = width}, [&] { return source(); });
}

/// The Jacobian in plain arithmetic, n × m(d + 1).
MatrixXd jacobian(const ShallowProblem& p) {
  const double scale = 1 / std::sqrt(static_cast<double>(p.width()));
  const MatrixXd values = (p.inputs * p.hidden.transpose()).array().tanh();
  MatrixXd j(p.samples(), p.width() * (p.dimension() + 1));
  for (Index r = 0; r < p.width(); ++r) {
    const Eigen::VectorXd slope = p.output(r) * scale * (1 - values.col(r).array().square());
    j.middleCols(r * (p.dimension() + 1), p.dimension()) = slope.asDiagonal() * p.inputs;
    j.col(r * (p.dimension() + 1) + p.dimension()) = scale * values.col(r);
  }
  return j;
}

/// The spectral norm in plain arithmetic.
double plain_norm(const MatrixXd& a) {
  return std::sqrt(symmetric_eigen(a * a.transpose()).values.maxCoeff());
}

/// A point at the given distance, in a random direction or all in one neuron.
ShallowProblem moved(ShallowProblem problem, double distance, bool one_neuron, unsigned seed) {
  Source source(seed);
  MatrixXd hidden(problem.width(), problem.dimension());
  Eigen::VectorXd output(problem.width());
  for (double& x : hidden.reshaped()) x = source();
  for (double& x : output) x = source();
  if (one_neuron) {
    hidden.bottomRows(problem.width() - 1).setZero();
    output.tail(problem.width() - 1).setZero();
  }
  const double length = std::sqrt(hidden.squaredNorm() + output.squaredNorm());
  problem.hidden += distance / length * hidden;
  problem.output += distance / length * output;
  return problem;
}

TEST(ConvergenceBall, TheJacobianChangesAtMostAsTheLipschitzConstantSays) {
  const ShallowProblem problem = problem_of_width(128, 1);
  const BallBounds bounds = bound_at(problem);
  const double kappa = jacobian_lipschitz(bounds, bounds.output_weight, problem.width()).upper();
  const MatrixXd before = jacobian(problem);
  for (unsigned seed = 0; seed < 40; ++seed) {
    const double distance = std::ldexp(1e-3, static_cast<int>(seed % 14));
    const MatrixXd after = jacobian(moved(problem, distance, seed % 2 == 0, seed));
    const MatrixXd change = (after - before) * (after - before).transpose();
    EXPECT_LE(symmetric_eigen(change).values.maxCoeff(), std::pow(kappa * distance, 2)) << seed;
  }
}

/// One neuron and one input where tanh'' is largest: κ is the norm of the Hessian there with tanh'
/// replaced by its bound 1, so that a constant one per cent lower would fail.
TEST(ConvergenceBall, TheLipschitzConstantIsAttained) {
  ShallowProblem tight;
  tight.inputs = MatrixXd::Ones(1, 1);
  tight.labels = Eigen::VectorXd::Zero(1);
  tight.hidden = MatrixXd::Constant(1, 1, -std::atanh(std::sqrt(1.0 / 3)));
  tight.output = Eigen::VectorXd::Ones(1);
  const BallBounds bounds = bound_at(tight);
  const double kappa = jacobian_lipschitz(bounds, bounds.output_weight, 1).upper();
  const double curvature = largest_tanh_curvature().midpoint();
  const double slope = 2.0 / 3;  // tanh' there; the bound has 1 in its place
  // The norm of [[a, b], [b, 0]].
  const auto norm = [](double a, double b) { return (a + std::sqrt(a * a + 4 * b * b)) / 2; };
  EXPECT_GE(kappa, norm(curvature, slope));
  // κ² is the norm² of [[1, 0], [a, 1]], which has the singular values of [[a, 1], [1, 0]].
  constexpr double relaxation = 4e-6;  // four factors 1 + 2^-20
  EXPECT_LE(kappa, norm(curvature, 1) * (1 + relaxation));
  EXPECT_GE(kappa, norm(curvature, 1));
}

TEST(ConvergenceBall, BoundsLieOnTheRightSideOfPlainArithmeticAndClose) {
  const ShallowProblem problem = problem_of_width(512, 2);
  const BallBounds bounds = bound_at(problem);
  const MatrixXd j = jacobian(problem);
  const MatrixXd kernel = j * j.transpose();
  const Eigen::ArrayXd singular = symmetric_eigen(kernel).values.array().sqrt();
  constexpr double relaxation = 4e-6;
  EXPECT_LE(bounds.smallest_singular, singular.minCoeff());
  EXPECT_GE(bounds.smallest_singular, singular.minCoeff() * (1 - relaxation));
  EXPECT_GE(bounds.largest_singular, singular.maxCoeff());
  EXPECT_LE(bounds.largest_singular, singular.maxCoeff() * (1 + relaxation));
  const double input_norm = plain_norm(problem.inputs);
  EXPECT_GE(bounds.input_norm, input_norm);
  EXPECT_LE(bounds.input_norm, input_norm * (1 + relaxation));
  EXPECT_GE(bounds.input_size, 1);
}

TEST(ConvergenceBall, TheKernelStaysAboveMuAnywhereInTheBall) {
  Source source(3);
  const ShallowProblem problem =
      random_problem({.samples = 8, .dimension = 48, .width = 1 << 13}, [&] { return source(); });
  const ConvergenceBall ball = prove_ball(problem, 1);
  EXPECT_GT(ball.mu, 0);
  EXPECT_GE(ball.radius * std::sqrt(ball.mu), ball.bounds.residual);
  for (unsigned seed = 0; seed < 2; ++seed) {
    const ShallowProblem other = moved(problem, ball.radius, seed == 0, seed);
    const ShallowLinearisation at = linearise(other, weights_of(other));
    EXPECT_GE(smallest_eigenvalue_lower_bound(at.kernel), ball.mu);
  }
}

TEST(ConvergenceBall, TheLargestRadiusIsTheOtherEndOfTheInterval) {
  BallBounds bounds{.input_norm = 1,
                    .input_size = 1,
                    .output_weight = 1,
                    .residual = 1,
                    .smallest_singular = 1,
                    .largest_singular = 2};
  const ConvergenceBall ball = prove_ball(bounds, 10000, 1);
  const double kappa = ball.jacobian_lipschitz;
  // R (1 − κ R) = 1 has the roots (1 ± √(1 − 4κ))/(2κ).
  constexpr double relaxation = 4e-6;
  EXPECT_NEAR(ball.radius, (1 - std::sqrt(1 - 4 * kappa)) / (2 * kappa), relaxation * ball.radius);
  EXPECT_NEAR(largest_radius(ball), (1 + std::sqrt(1 - 4 * kappa)) / (2 * kappa),
              relaxation * largest_radius(ball));
}

TEST(ConvergenceBall, ANetworkTooNarrowForItsLabelsIsRefused) {
  EXPECT_THROW(prove_ball(problem_of_width(64, 4), 1), std::domain_error);
  ShallowProblem twice = problem_of_width(1 << 12, 5);
  twice.inputs.row(1) = twice.inputs.row(0);
  EXPECT_THROW(prove_ball(twice, 1), std::domain_error);
}

}  // namespace
}  // namespace asymptest::rigor::convergence_ball_test
