#include "certified_ball.hpp"

#include <cmath>

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

}  // namespace

CertifiedBall certified_ball(Index width, Index samples, const Stream& random) {
  const TrainingTask task =
      training_task(uniform_architecture(input_dimension, width, 1), samples, random);
  const VectorXd values = singular_values(task.fit.jacobian(task.start));
  const double largest = values[0], least = values[values.size() - 1];
  const VectorXd output_weights = task.start.tail(width);
  double radius = 4, bound = curvature_bound(output_weights, samples, radius);
  while (radius * bound > least / 2) {
    radius /= 1.25;
    bound = curvature_bound(output_weights, samples, radius);
  }
  const double drift = radius * bound;
  CertifiedBall ball{.radius = radius, .pl = std::pow(least - drift, 2)};
  const double residual = radius * std::sqrt(ball.pl) / 2;
  ball.smoothness = std::pow(largest + drift, 2) + (residual + radius * (largest + drift)) * bound;
  const VectorXd away = normal_vector(samples, random.substream("residual")).normalized();
  const VectorXd outputs = task.fit.residual(task.start) + task.labels;
  ball.task = task.with_labels(outputs - residual * away);
  return ball;
}

}  // namespace asymptest::learning::optimisation
