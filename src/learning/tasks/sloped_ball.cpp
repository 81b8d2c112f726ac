#include "sloped_ball.hpp"

#include <algorithm>
#include <cmath>

#include "learning/curvature/shallow_hessian.hpp"
#include "learning/networks/activation_smoothness.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/spectra/singular_values.hpp"
#include "learning/tasks/sphere_points.hpp"

namespace asymptest::learning::optimisation {

using Eigen::Index;
using Eigen::VectorXd;

namespace {

constexpr double largest_radius = 0.5;

/// h_i: the block norm with tanh'' and tanh' at their largest and |v| increased by R; |x|² = d.
double curvature_bound(const VectorXd& output_weights, double radius) {
  const ActivationBounds tanh = bounds_of(Activation::tanh);
  const double scale = 1 / std::sqrt(static_cast<double>(output_weights.size()));
  const double largest = output_weights.cwiseAbs().maxCoeff() + radius;
  return block_norm(scale * largest * tanh.curvature, scale * tanh.slope);
}

/// What is known of u at the start.
struct Start {
  VectorXd preoutputs, gradient_norms;
  double least = 0, largest = 0;  ///< singular values of J_u
};

Start start_of(const TrainingTask& linear) {
  const Eigen::MatrixXd rows = linear.fit.jacobian(linear.start);
  const VectorXd values = singular_values(rows);
  return {linear.fit.residual(linear.start) + linear.labels, rows.rowwise().norm(),
          values[values.size() - 1], values[0]};
}

/// φ' rises with u for softplus; it is 1 for the identity, whose constants relu is given too.
double least_slope(Activation output, const VectorXd& least_preoutputs) {
  return output == Activation::softplus ? jet(output, least_preoutputs.minCoeff()).first : 1;
}

double curvature_of(Activation output) {
  return output == Activation::relu ? 0 : bounds_of(output).curvature;
}

}  // namespace

SlopedBall sloped_ball(Index width, Index samples, Activation output, const Stream& random) {
  const TrainingTask linear =
      training_task(uniform_architecture(input_dimension, width, 1), samples, random);
  const Start start = start_of(linear);
  const VectorXd output_weights = linear.start.tail(width);
  const double root = std::sqrt(static_cast<double>(samples));
  double radius = largest_radius;
  while (radius * root * curvature_bound(output_weights, radius) > start.least / 2) radius /= 1.25;
  const double curvature = curvature_bound(output_weights, radius);
  const double drift = radius * root * curvature, largest = start.largest + drift;
  const VectorXd gradients = start.gradient_norms.array() + radius * curvature;
  const double slope = least_slope(output, start.preoutputs - radius * gradients);
  SlopedBall ball;
  ball.radius = radius;
  ball.least_slope = slope;
  ball.pl = std::pow(slope * (start.least - drift), 2);
  const double residual = radius * std::sqrt(ball.pl) / 2;
  const VectorXd curvatures = curvature + curvature_of(output) * gradients.array().square();
  ball.smoothness = largest * largest + (residual + radius * largest) * curvatures.norm();
  Architecture architecture = linear.architecture;
  architecture.output = output;
  const VectorXd away = normal_vector(samples, random.substream("residual")).normalized();
  const VectorXd outputs = derivative(output, 0, start.preoutputs);
  const VectorXd labels = outputs - residual * away;
  ball.task = {architecture, linear.inputs, labels, linear.start,
               network_fit(architecture, linear.inputs, labels)};
  return ball;
}

}  // namespace asymptest::learning::optimisation
