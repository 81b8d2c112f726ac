#include "learning/networks/tangent_kernel.hpp"

#include "learning/networks/propagation.hpp"

namespace asymptest::learning {
namespace {

using Eigen::MatrixXd;

/// AᵀA, computing one triangle only.
MatrixXd gram(const MatrixXd& matrix) {
  MatrixXd lower = MatrixXd::Zero(matrix.cols(), matrix.cols());
  lower.selfadjointView<Eigen::Lower>().rankUpdate(matrix.transpose());
  return lower.selfadjointView<Eigen::Lower>();
}

}  // namespace

MatrixXd tangent_kernel(const Network& network, const MatrixXd& inputs, TrainedLayers trained) {
  const ForwardPass pass = forward(network, inputs);
  const auto deltas = backward(network, pass);
  const std::size_t layers = deltas.size() - (trained == TrainedLayers::hidden_only ? 1 : 0);
  MatrixXd kernel = MatrixXd::Zero(inputs.cols(), inputs.cols());
  for (std::size_t layer = 0; layer < layers; ++layer) {
    const double scale = network.architecture.scale(layer);
    kernel += scale * scale * gram(deltas[layer]).cwiseProduct(gram(pass.inputs[layer]));
  }
  const auto slopes = output_slopes(network, pass);
  return slopes.asDiagonal() * kernel * slopes.asDiagonal();
}

}  // namespace asymptest::learning
