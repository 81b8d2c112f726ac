#include "sloped_ball.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "learning/curvature/shallow_hessian.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"

namespace asymptest::learning::optimisation::sloped_ball_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Roundings of norms below 100.
constexpr double rounding = 1e-12;

Stream stream(std::uint64_t trial) { return Stream({1, "sloped-ball-test", "", trial}); }

/// The network before its output's nonlinearity.
Network linear_part(const SlopedBall& ball, const VectorXd& weights) {
  Architecture architecture = ball.task.architecture;
  architecture.output = Activation::identity;
  return network_with(architecture, weights);
}

VectorXd preoutputs(const SlopedBall& ball, const VectorXd& weights) {
  return outputs(linear_part(ball, weights), ball.task.inputs);
}

void expect_bounds_at(const SlopedBall& ball, const VectorXd& way) {
  const VectorXd weights = ball.task.start + ball.radius * way.normalized();
  EXPECT_GE(symmetric_eigenvalues(ball.task.fit.kernel(weights))[0], ball.pl);
  EXPECT_LE(symmetric_eigenvalues(ball.task.fit.hessian(weights)).cwiseAbs().maxCoeff(),
            ball.smoothness);
  EXPECT_GE(1 / (1 + std::exp(-preoutputs(ball, weights).minCoeff())), ball.least_slope);
}

TEST(SlopedBall, BoundsSlopeAndCurvatureWhereverTheyAreLookedAt) {
  for (std::uint64_t trial = 0; trial < 3; ++trial) {
    const SlopedBall ball = sloped_ball(16, 2, Activation::softplus, stream(trial));
    // The steepest way down for either preoutput comes first.
    const MatrixXd rows = jacobian(linear_part(ball, ball.task.start), ball.task.inputs);
    for (Index i = 0; i < rows.rows(); ++i) expect_bounds_at(ball, -rows.row(i).transpose());
    for (std::uint64_t t = 0; t < 4; ++t) {
      expect_bounds_at(ball, normal_vector(ball.task.start.size(), stream(100 + t)));
    }
  }
}

TEST(SlopedBall, HasASlopeThatAPointOfItNearlyReaches) {
  const SlopedBall ball = sloped_ball(64, 2, Activation::softplus, stream(4));
  const VectorXd& start = ball.task.start;
  const MatrixXd rows = jacobian(linear_part(ball, start), ball.task.inputs);
  double least = 1;
  for (Index i = 0; i < rows.rows(); ++i) {
    const VectorXd down = start - ball.radius * rows.row(i).normalized().transpose();
    least = std::min(least, 1 / (1 + std::exp(-preoutputs(ball, down).minCoeff())));
  }
  EXPECT_GE(least, ball.least_slope);
  // Second order in R: the slope is at most 1/4 steeper for each unit of R²·h.
  EXPECT_LT(least - ball.least_slope, ball.radius * ball.radius / 4);
}

TEST(SlopedBall, HasTheRadiusThatDescentFromItsLossNeeds) {
  for (const Activation output : {Activation::softplus, Activation::identity, Activation::relu}) {
    const SlopedBall ball = sloped_ball(32, 3, output, stream(5));
    const double loss = ball.task.fit.loss(ball.task.start);
    EXPECT_NEAR(2 * std::sqrt(2 * loss / ball.pl) / ball.radius, 1, rounding);
    EXPECT_LE(ball.radius, 0.5);
    EXPECT_EQ(ball.least_slope == 1, output != Activation::softplus);
  }
}

TEST(SlopedBall, LetsTheJacobianDriftAsTheExactSupremumOfTheHessianSays) {
  for (const Index width : {8, 64}) {
    const SlopedBall ball = sloped_ball(width, 2, Activation::identity, stream(6));
    const Network network = linear_part(ball, ball.task.start);
    double squares = 0;
    for (Index i = 0; i < 2; ++i) {
      const VectorXd x = ball.task.inputs.col(i);
      squares += std::pow(shallow_hessian_supremum(network, x, ball.radius), 2);
    }
    const VectorXd singular =
        symmetric_eigenvalues(ball.task.fit.kernel(ball.task.start)).cwiseSqrt();
    const double drift = singular[0] - std::sqrt(ball.pl);  // ρ = 1
    EXPECT_GE(drift, ball.radius * std::sqrt(squares)) << width;
    // tanh'' and tanh' are not at their largest together, nor is v: twice as much at most.
    EXPECT_LE(drift, 2 * ball.radius * std::sqrt(squares)) << width;
    // β with |r(w₀)| = R·√μ/2 and A = 0.
    const double largest = singular[1] + drift;
    const double smoothness = largest * largest + (std::sqrt(ball.pl) / 2 + largest) * drift;
    EXPECT_NEAR(ball.smoothness / smoothness, 1, rounding) << width;
  }
}

TEST(SlopedBall, AddsTheCurvatureOfItsOutput) {
  // With one sample |∇u| is J_u's only singular value, which tells h and g: ρ·(|∇u| − R·h) = √μ.
  const SlopedBall ball = sloped_ball(32, 1, Activation::softplus, stream(7));
  const double gradient = jacobian(linear_part(ball, ball.task.start), ball.task.inputs).norm();
  const double drift = gradient - std::sqrt(ball.pl) / ball.least_slope, largest = gradient + drift;
  const double curvature = drift / ball.radius + largest * largest / 4;  // h + A·g², A = 1/4
  const double residual = ball.radius * std::sqrt(ball.pl) / 2;
  const double smoothness = largest * largest + (residual + ball.radius * largest) * curvature;
  EXPECT_NEAR(ball.smoothness / smoothness, 1, rounding);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::sloped_ball_test
