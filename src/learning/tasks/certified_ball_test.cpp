#include "certified_ball.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "learning/curvature/shallow_hessian.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"

namespace asymptest::learning::optimisation::certified_ball_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Roundings of norms below 100.
constexpr double rounding = 1e-12;

Stream stream(std::uint64_t trial) { return Stream({1, "certified-ball-test", "", trial}); }

/// −∇λ_min(K) by differences: the way on which the least eigenvalue falls fastest.
VectorXd falling(const CertifiedBall& ball) {
  constexpr double h = 1e-6;
  const VectorXd& start = ball.task.start;
  VectorXd way(start.size());
  for (Index k = 0; k < start.size(); ++k) {
    const VectorXd step = h * VectorXd::Unit(start.size(), k);
    way[k] = symmetric_eigenvalues(ball.task.fit.kernel(start - step))[0] -
             symmetric_eigenvalues(ball.task.fit.kernel(start + step))[0];
  }
  return way;
}

void expect_bounds_at(const CertifiedBall& ball, const VectorXd& way) {
  const VectorXd weights = ball.task.start + ball.radius * way.normalized();
  EXPECT_GE(symmetric_eigenvalues(ball.task.fit.kernel(weights))[0], ball.pl);
  EXPECT_LE(symmetric_eigenvalues(ball.task.fit.hessian(weights)).cwiseAbs().maxCoeff(),
            ball.smoothness);
}

TEST(CertifiedBall, BoundsTheCurvatureWhereverItIsLookedAt) {
  for (std::uint64_t trial = 0; trial < 2; ++trial) {
    const CertifiedBall ball = certified_ball(16, 2, stream(trial));
    expect_bounds_at(ball, falling(ball));
    expect_bounds_at(ball, ball.task.fit.gradient(ball.task.start));
    for (std::uint64_t t = 0; t < 8; ++t) {
      expect_bounds_at(ball, normal_vector(ball.task.start.size(), stream(100 + t)));
    }
  }
}

TEST(CertifiedBall, HasTheRadiusThatDescentFromItsLossNeeds) {
  for (const Index samples : {1, 4}) {
    const CertifiedBall ball = certified_ball(64, samples, stream(2));
    const double loss = ball.task.fit.loss(ball.task.start);
    EXPECT_NEAR(2 * std::sqrt(2 * loss / ball.pl) / ball.radius, 1, rounding);
    // R·h is at most a half of σ_min, and more than a half over 1.25² but for R = 4.
    const double least = symmetric_eigenvalues(ball.task.fit.kernel(ball.task.start))[0];
    EXPECT_GE(ball.pl, least / 4 - rounding);
    EXPECT_LE(ball.pl, least * std::pow(1 - 0.5 / std::pow(1.25, 2), 2) + rounding);
  }
}

TEST(CertifiedBall, ItsLossIsRoundedNoMoreThanItSays) {
  double largest = 0;
  for (std::uint64_t trial = 0; trial < 100; ++trial) {
    const CertifiedBall ball = sharp_ball(32, 6, 256, stream(200 + trial));
    const double exact = std::pow(ball.radius, 2) * ball.pl / 8;
    const double error = std::abs(ball.task.fit.loss(ball.task.start) / exact - 1);
    EXPECT_LE(error, rounding_of_loss(ball)) << trial;
    largest = std::max(largest, error);
  }
  EXPECT_GT(largest, rounding) << "no draw was near singular";
}

TEST(CertifiedBall, IsDrawnAgainWhereRoundingHidesTheRate) {
  constexpr double part_of_rate = 1e-3;  // the documented thousandth
  const auto rate = [](const CertifiedBall& ball) { return ball.pl / (64 * ball.smoothness); };
  int drawn_again = 0;
  for (std::uint64_t trial = 0; trial < 100; ++trial) {
    const CertifiedBall first = sharp_ball(32, 6, 4096, stream(200 + trial));
    const CertifiedBall ball = resolved_ball(32, 6, 4096, stream(200 + trial), rate);
    EXPECT_LT(rounding_of_loss(ball), part_of_rate * rate(ball)) << trial;
    if (rounding_of_loss(first) < part_of_rate * rate(first)) {
      EXPECT_EQ(ball.radius, first.radius) << trial;
    } else {
      ++drawn_again;
    }
  }
  EXPECT_GT(drawn_again, 0);
}

TEST(CertifiedBall, LetsTheJacobianDriftAsTheExactSupremumOfTheHessianSays) {
  constexpr Index samples = 2;
  for (const Index width : {8, 64}) {
    const CertifiedBall ball = certified_ball(width, samples, stream(3));
    const TrainingTask& task = ball.task;
    double squares = 0;
    for (Index i = 0; i < samples; ++i) {
      const Network network = network_with(task.architecture, task.start);
      squares += std::pow(shallow_hessian_supremum(network, task.inputs.col(i), ball.radius), 2);
    }
    const VectorXd singular = symmetric_eigenvalues(task.fit.kernel(task.start)).cwiseSqrt();
    const double drift = singular[0] - std::sqrt(ball.pl);  // R·h
    EXPECT_GE(drift, ball.radius * std::sqrt(squares)) << width;
    // tanh'' and tanh' are not at their largest together, nor is v: twice as much at most.
    EXPECT_LE(drift, 2 * ball.radius * std::sqrt(squares)) << width;
    // β with |r(w₀)| = R·√μ/2.
    const double largest = singular[samples - 1] + drift;
    const double smoothness = largest * largest + (std::sqrt(ball.pl) / 2 + largest) * drift;
    EXPECT_NEAR(ball.smoothness / smoothness, 1, rounding) << width;
  }
}

TEST(SharpBall, TendsToTheQuadraticProblemAlongTheBottomEigenvector) {
  constexpr Index samples = 4;
  for (const double shrunk : {16.0, 1024.0}) {
    const CertifiedBall ball = sharp_ball(32, samples, shrunk, stream(4));
    const MatrixXd kernel = ball.task.fit.kernel(ball.task.start);
    const double least = symmetric_eigenvalues(kernel)[0];
    EXPECT_LE(ball.pl, least);
    EXPECT_GE(ball.pl, least * std::pow(1 - 0.5 / shrunk, 2) * (1 - rounding));
    const VectorXd residual = ball.task.fit.residual(ball.task.start);
    EXPECT_LE((kernel * residual - least * residual).norm(), rounding * kernel.norm());
    EXPECT_NEAR(2 * residual.norm() / std::sqrt(ball.pl) / ball.radius, 1, rounding * shrunk);
  }
  EXPECT_THROW(sharp_ball(32, samples, 0.5, stream(4)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::certified_ball_test
