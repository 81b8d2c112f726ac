#include "certified_ball.hpp"

#include <cmath>
#include <limits>
#include <string>

#include "asymptest/require/require.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "learning/spectra/singular_values.hpp"
#include "learning/tasks/sphere_points.hpp"

namespace asymptest::learning::optimisation {

using Eigen::Index;
using Eigen::VectorXd;

namespace {

/// Maxima of |tanh''| and of tanh'.
const double largest_curvature = 4 / (3 * std::sqrt(3)), largest_slope = 1;

/// h: |J(w) − J(w₀)| ≤ R·h in the Frobenius norm for w in the ball, row by row; |x|² = d.
double curvature_bound(const VectorXd& output_weights, Index samples, double radius) {
  const double scale = 1 / std::sqrt(static_cast<double>(output_weights.size()));
  const double largest = output_weights.cwiseAbs().maxCoeff() + radius;
  return std::sqrt(static_cast<double>(samples)) *
         block_norm(scale * largest * largest_curvature, scale * largest_slope);
}

/// The largest radius of 4/1.25^k at which R·h is at most half of σ_min.
double allowed_radius(double least, const VectorXd& output_weights, Index samples) {
  double radius = 4;
  while (radius * curvature_bound(output_weights, samples, radius) > least / 2) radius /= 1.25;
  return radius;
}

/// The ball of a radius that R·h allows, its labels in the direction `away` from F(w₀).
CertifiedBall ball_of(const TrainingTask& task, double radius, const VectorXd& singular,
                      const VectorXd& away) {
  const double largest = singular[0], least = singular[singular.size() - 1];
  const Index width = task.architecture.widths[1];
  const double bound = curvature_bound(task.start.tail(width), away.size(), radius);
  const double drift = radius * bound;
  CertifiedBall ball{.radius = radius, .pl = std::pow(least - drift, 2)};
  const double residual = radius * std::sqrt(ball.pl) / 2;
  ball.smoothness = std::pow(largest + drift, 2) + (residual + radius * (largest + drift)) * bound;
  const VectorXd outputs = task.fit.residual(task.start) + task.labels;
  ball.task = task.with_labels(outputs - residual * away);
  return ball;
}

}  // namespace

CertifiedBall certified_ball(Index width, Index samples, const Stream& random) {
  const TrainingTask task =
      training_task(uniform_architecture(input_dimension, width, 1), samples, random);
  const VectorXd values = singular_values(task.fit.jacobian(task.start));
  const double radius = allowed_radius(values[values.size() - 1], task.start.tail(width), samples);
  const VectorXd away = normal_vector(samples, random.substream("residual")).normalized();
  return ball_of(task, radius, values, away);
}

CertifiedBall sharp_ball(Index width, Index samples, double shrunk, const Stream& random) {
  require(shrunk >= 1, "a ball shrunk {} times, expected 1 or more", shrunk);
  const TrainingTask task =
      training_task(uniform_architecture(input_dimension, width, 1), samples, random);
  const LeftSingularPairs pairs = left_singular_pairs(task.fit.jacobian(task.start));
  const double least = pairs.values[samples - 1];
  const double radius = allowed_radius(least, task.start.tail(width), samples) / shrunk;
  return ball_of(task, radius, pairs.values, pairs.vectors.col(samples - 1));
}

double rounding_of_loss(const CertifiedBall& ball) {
  // Twice that of a residual, whose output is a sum of rounded terms.
  constexpr double roundings = 16;
  const double residual = ball.radius * std::sqrt(ball.pl) / 2;
  return roundings * std::numeric_limits<double>::epsilon() * ball.task.labels.norm() / residual;
}

CertifiedBall resolved_ball(Index width, Index samples, double shrunk, const Stream& random,
                            const std::function<double(const CertifiedBall&)>& rate) {
  constexpr double part_of_rate = 1e-3;
  for (int draw = 0;; ++draw) {
    const Stream source = draw == 0 ? random : random.substream("draw " + std::to_string(draw));
    CertifiedBall ball = sharp_ball(width, samples, shrunk, source);
    if (rounding_of_loss(ball) < part_of_rate * rate(ball)) return ball;
  }
}

}  // namespace asymptest::learning::optimisation
