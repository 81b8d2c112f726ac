#include "coordinate_trials.hpp"

#include <cmath>

#include "learning/networks/gradient.hpp"
#include "learning/networks/propagation.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double rate = 0.1;

bool is_maximal(WidthScaling scaling) {
  return scaling == WidthScaling::maximal_update || scaling == WidthScaling::first_unscaled;
}

MatrixXd looked_at(const Network& network, const MatrixXd& inputs, Coordinates coordinates,
                   double output_scale) {
  const ForwardPass pass = forward(network, inputs);
  if (coordinates == Coordinates::output) return output_scale * pass.outputs;
  return pass.preactivations[coordinates == Coordinates::first_layer ? 0 : 1];
}

void descend(Network& network, const MatrixXd& inputs, const VectorXd& labels, WidthScaling scaling,
             double output_scale) {
  const auto width = static_cast<double>(network.architecture.widths[1]);
  const VectorXd residual = output_scale * outputs(network, inputs) - labels;
  const auto gradient = weighted_gradient(network, inputs, output_scale * residual);
  for (std::size_t layer = 0; layer < gradient.size(); ++layer) {
    const bool unscaled = scaling == WidthScaling::first_unscaled && layer == 0;
    const double step = is_maximal(scaling) && !unscaled ? rate * width : rate;
    network.weights[layer] -= step * gradient[layer];
  }
}

VectorXd signs(Index count, Stream random) {
  VectorXd labels(count);
  for (double& label : labels) label = random.uniform() < 0.5 ? -1 : 1;
  return labels;
}

}  // namespace

Trial coordinate_change(WidthScaling scaling, Coordinates coordinates, int steps) {
  return [=](const Point& at, Stream& random) {
    Architecture architecture = uniform_architecture(input_dimension, at.count("m"), 2);
    if (scaling == WidthScaling::standard) architecture.parametrisation = Parametrisation::standard;
    Network network = initialise(architecture, random.substream("weights"));
    const double output_scale = is_maximal(scaling) ? 1 / std::sqrt(at["m"]) : 1;
    const MatrixXd inputs = std::sqrt(static_cast<double>(input_dimension)) *
                            MatrixXd::Identity(input_dimension, input_dimension);
    const VectorXd labels = signs(input_dimension, random.substream("labels"));
    const MatrixXd before = looked_at(network, inputs, coordinates, output_scale);
    for (int t = 0; t < steps; ++t) descend(network, inputs, labels, scaling, output_scale);
    const MatrixXd change = looked_at(network, inputs, coordinates, output_scale) - before;
    return std::sqrt(change.squaredNorm() / static_cast<double>(change.size()));
  };
}

}  // namespace asymptest::learning::optimisation
